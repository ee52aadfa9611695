package id.pkh.platform.statistics;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StatisticsOrder", description = "A period, and the job that makes its statistics.")
record StatisticsOrderView(@Schema(examples = "2026-Q1") String period, UUID jobId) {}
