package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.withdrawal.SentPayments.SentPayment;
import id.pkh.disbursement.withdrawal.domain.Companion;
import id.pkh.disbursement.withdrawal.domain.EvidenceKind;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Withdrawal", description = "A payment that was sent, and what is reported of it.")
record WithdrawalView(
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        long paymentIdr,
        String bank,
        @Schema(implementation = StatusAtBank.class) String bankStatus,
        Reported reported,
        @Schema(nullable = true, description = "The latest revision, also a retracted one")
                Integer revision,
        @Schema(nullable = true) Long withdrawnIdr,
        @Schema(nullable = true) LocalDate occurredOn,
        @Schema(nullable = true) WithdrawalChannel channel,
        @Schema(nullable = true) String reasonCode,
        @Schema(nullable = true) Companion accompaniedBy,
        @Schema(nullable = true) EvidenceKind evidence,
        @Schema(nullable = true) String reportedBy) {

    /** What is reported, if anything. */
    @Schema(name = "WithdrawalReported")
    enum Reported {
        WITHDRAWN,
        NOT_WITHDRAWN,
        NOT_REPORTED;

        /** Null when nothing is reported. */
        WithdrawalOutcome outcome() {
            return this == NOT_REPORTED ? null : WithdrawalOutcome.valueOf(name());
        }
    }

    boolean wasCredited() {
        return bankStatus.equals(StatusAtBank.CREDITED.name());
    }

    static WithdrawalView of(SentPayment payment) {
        WithdrawalFacts report = payment.counted();
        if (report == null) {
            return nothingReported(payment);
        }
        return new WithdrawalView(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                payment.paymentIdr(),
                payment.bank(),
                payment.status().name(),
                report.outcome() == WithdrawalOutcome.WITHDRAWN
                        ? Reported.WITHDRAWN
                        : Reported.NOT_WITHDRAWN,
                payment.revision(),
                report.amountIdr(),
                report.occurredOn(),
                report.channel(),
                report.reasonCode(),
                report.accompaniedBy(),
                report.evidence().kind(),
                payment.reportedBy());
    }

    private static WithdrawalView nothingReported(SentPayment payment) {
        return new WithdrawalView(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                payment.paymentIdr(),
                payment.bank(),
                payment.status().name(),
                Reported.NOT_REPORTED,
                payment.revision(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
