package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.batch.domain.Batch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A preparation of the payments of a cycle, and its batches.")
record PreparationView(
        UUID runId,
        @Schema(description = "RUNNING, INTERRUPTED or DONE") String status,
        @Schema(description = "Payments put into batches") long instructed,
        @Schema(description = "Payments that could not be instructed; each has an exception")
                long notInstructed,
        String startedBy,
        Instant startedAt,
        @Schema(nullable = true) Instant finishedAt,
        @Schema(nullable = true, description = "Code of the failure that interrupted it")
                String failure,
        @Schema(description = "Batches of this preparation, up to 500") List<BatchView> batches) {

    static PreparationView of(Run run, List<Batch> batches) {
        return new PreparationView(
                run.runId(),
                run.status().name(),
                run.instructed(),
                run.notInstructed(),
                run.startedBy(),
                run.startedAt(),
                run.finishedAt(),
                run.failure(),
                batches.stream()
                        .filter(batch -> batch.runId().equals(run.runId()))
                        .map(BatchView::of)
                        .toList());
    }
}
