package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.SentPayments.SentPayment;
import id.pkh.disbursement.withdrawal.domain.UncollectedRule;
import id.pkh.disbursement.withdrawal.domain.WithdrawalTerms;
import id.pkh.platform.web.BusinessDates;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "UncollectedPayment",
        description = "A payment that a bank credited and that is not reported as withdrawn.")
record UncollectedPaymentView(
        UUID paymentId,
        @Schema(nullable = true, description = "Missing for a bank") UUID kpmId,
        String villageCode,
        long amountIdr,
        String bank,
        @Schema(description = "The day on which this system learnt of the credit")
                LocalDate creditedOn,
        @Schema(description = "Why the family has not withdrawn it, or NOT_REPORTED") String reason,
        @Schema(description = "From this day on it is listed") LocalDate listedOn,
        @Schema(description = "From this day on it is examined, and may go back to the treasury")
                LocalDate examinedOn) {

    static UncollectedPaymentView of(SentPayment payment, WithdrawalTerms terms, boolean forBank) {
        LocalDate creditedOn = BusinessDates.on(payment.statusAt());
        return new UncollectedPaymentView(
                payment.paymentId(),
                forBank ? null : payment.kpmId(),
                payment.villageCode(),
                payment.paymentIdr(),
                payment.bank(),
                creditedOn,
                payment.counted() == null
                        ? UncollectedRule.NOT_REPORTED
                        : payment.counted().reasonCode(),
                terms.listedOn(creditedOn),
                terms.examinedOn(creditedOn));
    }
}
