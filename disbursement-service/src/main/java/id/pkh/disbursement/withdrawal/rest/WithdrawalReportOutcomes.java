package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.ReportOutcome;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WithdrawalReportOutcomes", description = "The outcome of each report, in order.")
record WithdrawalReportOutcomes(List<Outcome> items) {

    @Schema(name = "WithdrawalReportOutcome")
    record Outcome(
            @Schema(description = "The place of the report in the request, from 1") int line,
            @Schema(nullable = true) UUID paymentId,
            @Schema(description = "RECORDED, UNCHANGED, or the code why it was refused")
                    String outcome,
            @Schema(nullable = true, description = "The revision that states it") Integer revision,
            @Schema(nullable = true, description = "The field, day or revision to look at")
                    String expected) {}

    static WithdrawalReportOutcomes of(List<ReportOutcome> outcomes) {
        return new WithdrawalReportOutcomes(
                IntStream.range(0, outcomes.size())
                        .mapToObj(i -> of(i + 1, outcomes.get(i)))
                        .toList());
    }

    private static Outcome of(int line, ReportOutcome outcome) {
        return new Outcome(
                line, outcome.paymentId(), outcome.code(), outcome.revision(), outcome.detail());
    }
}
