package id.pkh.platform.files;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that was received, without its rows. */
@Schema(name = "ReceivedFile")
public record ImportView(
        UUID fileId,
        String kind,
        String filename,
        String sha256,
        long bytes,
        @Schema(enumeration = {"IN_PROGRESS", "APPLIED", "PARTLY_APPLIED", "REFUSED"})
                String status,
        long rowsRead,
        long rowsApplied,
        long rowsUnchanged,
        long rowsRefused,
        long refusals,
        long lastLine,
        Map<String, String> details,
        String receivedBy,
        Instant receivedAt,
        @Schema(nullable = true) Instant finishedAt) {

    static ImportView of(FileReceipt receipt) {
        RunCounts counts = receipt.counts();
        return new ImportView(
                receipt.fileId(),
                receipt.kind(),
                receipt.filename(),
                receipt.sha256(),
                receipt.bytes(),
                receipt.status(),
                counts.read,
                counts.applied,
                counts.unchanged,
                counts.refused,
                counts.refusals,
                receipt.lastLine(),
                Map.copyOf(counts.details),
                receipt.receivedBy(),
                receipt.receivedAt(),
                receipt.finishedAt());
    }
}
