package id.pkh.platform.figures;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FigureSums", description = "The sums of a month, and the job that makes them.")
record FigureSumsView(@Schema(examples = "2026-01") String month, UUID jobId) {}
