package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.withdrawal.SentPayments.SentPayment;
import id.pkh.disbursement.withdrawal.domain.FindingKind;
import id.pkh.disbursement.withdrawal.domain.Findings;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WithdrawalFinding", description = "A payment that people should look at.")
record WithdrawalFindingView(
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        List<FindingKind> kinds,
        long paymentIdr,
        String bank,
        @Schema(implementation = StatusAtBank.class) String bankStatus,
        @Schema(description = "When the system learnt what the bank states") Instant bankStatusAt,
        @Schema(nullable = true, description = "null when nothing is reported")
                WithdrawalOutcome reported,
        @Schema(nullable = true, description = "What was reported as withdrawn") Long withdrawnIdr,
        @Schema(nullable = true) String reasonCode,
        @Schema(nullable = true) LocalDate reportedOn,
        @Schema(nullable = true) String reportedBy,
        @Schema(nullable = true, description = "What the family told another person")
                Long disputedIdr,
        @Schema(nullable = true, description = "The day from which the payment is to be examined")
                LocalDate examinedFrom,
        boolean examined) {

    static WithdrawalFindingView of(SentPayment payment, Findings findings, LocalDate today) {
        WithdrawalFacts report = payment.counted();
        return new WithdrawalFindingView(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                findings.kinds(),
                payment.paymentIdr(),
                payment.bank(),
                payment.status().name(),
                payment.statusAt(),
                report == null ? null : report.outcome(),
                report == null ? null : report.amountIdr(),
                report == null ? null : report.reasonCode(),
                report == null ? null : report.occurredOn(),
                report == null ? null : payment.reportedBy(),
                payment.disputedIdr(),
                findings.examinedFrom(),
                findings.isExamined(today));
    }
}
