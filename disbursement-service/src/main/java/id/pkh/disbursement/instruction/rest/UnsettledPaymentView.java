package id.pkh.disbursement.instruction.rest;

import id.pkh.disbursement.instruction.UnsettledPayments.UnsettledPayment;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A payment that was sent and whose family may be without its money.")
record UnsettledPaymentView(
        UUID paymentId,
        @Schema(nullable = true, description = "Missing for a bank") UUID kpmId,
        String villageCode,
        long amountIdr,
        String bank,
        @Schema(description = "The file that contained the payment") String messageId,
        UUID instructionId,
        @Schema(description = "1 for the first time that the payment was sent") int attempt,
        @Schema(enumeration = {"REJECTED", "RETURNED", "UNKNOWN"}) String status,
        @Schema(nullable = true, description = "Reason code of a refusal or a return")
                String reason,
        @Schema(
                        nullable = true,
                        description = "The bank's own reason codes; several have | between them")
                String bankReason,
        @Schema(
                        nullable = true,
                        maxLength = 140,
                        description = "What the bank adds in its own words, without long numbers")
                String bankReasonText,
        @Schema(nullable = true, description = "The bank's own reference") String bankRef,
        Instant statusAt,
        @Schema(
                        description =
                                "Whether the family's account or name has to be corrected before"
                                        + " the payment can be sent again")
                boolean correctionPending) {

    static UnsettledPaymentView of(UnsettledPayment payment, boolean forBank) {
        return new UnsettledPaymentView(
                payment.paymentId(),
                forBank ? null : payment.kpmId(),
                payment.villageCode(),
                payment.amountIdr(),
                payment.bank(),
                payment.messageId(),
                payment.instructionId(),
                payment.attempt(),
                payment.status(),
                payment.reason(),
                payment.bankReason(),
                payment.bankReasonText(),
                payment.bankRef(),
                payment.statusAt(),
                payment.correctionPending());
    }
}
