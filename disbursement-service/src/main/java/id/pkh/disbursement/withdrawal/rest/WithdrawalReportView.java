package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.WithdrawalReports.ReportLine;
import id.pkh.disbursement.withdrawal.domain.Companion;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WithdrawalReport", description = "A revision of what is reported about a payment.")
record WithdrawalReportView(
        UUID reportId,
        int revision,
        WithdrawalOutcome outcome,
        @Schema(nullable = true) Long amountIdr,
        @Schema(nullable = true) LocalDate occurredOn,
        @Schema(nullable = true) WithdrawalChannel channel,
        @Schema(nullable = true) String reasonCode,
        @Schema(nullable = true, description = "null when it is not known") Companion accompaniedBy,
        WithdrawalEvidenceView evidence,
        @Schema(nullable = true, description = "The attendance list that states it") UUID listId,
        String reportedBy,
        Instant recordedAt) {

    static WithdrawalReportView of(ReportLine line) {
        WithdrawalFacts facts = line.facts();
        return new WithdrawalReportView(
                line.reportId(),
                line.revision(),
                facts.outcome(),
                facts.amountIdr(),
                facts.occurredOn(),
                facts.channel(),
                facts.reasonCode(),
                facts.accompaniedBy(),
                WithdrawalEvidenceView.of(facts.evidence()),
                line.listId(),
                line.reportedBy(),
                line.recordedAt());
    }
}
