package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.PaymentKey;
import id.pkh.disbursement.withdrawal.StatedReport;
import id.pkh.disbursement.withdrawal.domain.Companion;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import id.pkh.disbursement.withdrawal.domain.WithdrawalEvidence;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "WithdrawalReportRequest",
        description = "Whether a family withdrew a payment, as the field saw it.")
record WithdrawalReportRequest(
        @NotNull WithdrawalOutcome outcome,
        @Min(1)
                @Max(1_000_000_000)
                @Schema(nullable = true, description = "What the family received; with WITHDRAWN")
                Long amountIdr,
        @Schema(
                        nullable = true,
                        description =
                                "Day of the withdrawal, or day on which the family was asked; not"
                                        + " with RETRACTED")
                LocalDate occurredOn,
        @Schema(nullable = true, description = "With WITHDRAWN") WithdrawalChannel channel,
        @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
                @Schema(
                        nullable = true,
                        description = "With NOT_WITHDRAWN; one of GET /withdrawal-reasons")
                String reasonCode,
        @Schema(nullable = true, description = "Left out when it is not known")
                Companion accompaniedBy,
        @Valid @Schema(nullable = true, description = "Left out when there is none")
                WithdrawalEvidenceRequest evidence,
        @Min(1)
                @Schema(
                        nullable = true,
                        description = "The revision that this report corrects; see the rules")
                Integer supersedesRevision) {

    StatedReport about(PaymentKey payment) {
        return new StatedReport(payment, facts(), supersedesRevision);
    }

    private WithdrawalFacts facts() {
        return new WithdrawalFacts(
                outcome,
                amountIdr,
                occurredOn,
                channel,
                reasonCode,
                accompaniedBy,
                evidence == null ? WithdrawalEvidence.NONE : evidence.toEvidence());
    }
}
