package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions.LeftOut;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A preparation of the payments of a cycle, and its batches.")
record PreparationView(
        UUID runId,
        @Schema(enumeration = {"RUNNING", "INTERRUPTED", "DONE"}) String status,
        @Schema(description = "Payments put into batches") long instructed,
        @Schema(description = "Payments that could not be instructed; each has an exception")
                long notInstructed,
        @Schema(
                        description =
                                "Payments of the cycle that are not instructed now, by reason, such"
                                        + " as ACCOUNT_NOT_CONFIRMED. The next preparation takes"
                                        + " them when the reason is gone.")
                List<LeftOutView> leftOut,
        String startedBy,
        Instant startedAt,
        @Schema(nullable = true) Instant finishedAt,
        @Schema(nullable = true, description = "Code of the failure that interrupted it")
                String failure,
        @Schema(description = "Batches of this preparation, up to 500") List<BatchView> batches) {

    @Schema(name = "LeftOutPayments")
    record LeftOutView(String reason, long payments) {}

    static PreparationView of(Run run, List<LeftOut> leftOut, List<Batch> batches) {
        return new PreparationView(
                run.runId(),
                run.status().name(),
                run.instructed(),
                run.notInstructed(),
                leftOut.stream().map(one -> new LeftOutView(one.reason(), one.payments())).toList(),
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
