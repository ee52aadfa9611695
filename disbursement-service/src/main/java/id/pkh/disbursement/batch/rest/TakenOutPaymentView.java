package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.batch.TakenOutPayments.TakenOutLine;
import id.pkh.disbursement.batch.domain.TakingOutReason;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "TakenOutPayment",
        description = "A payment that was taken out of a batch before the approval.")
record TakenOutPaymentView(
        @Schema(description = "The line that it had") int lineNo,
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        long amountIdr,
        @Schema(implementation = TakingOutReason.class) String reason,
        @Schema(description = "Why, in the person's words") String words,
        String takenBy,
        Instant takenAt,
        @Schema(description = "Hash of the batch without it") String listSha256,
        @Schema(description = "The correction that holds the payment until two people settle it")
                UUID exceptionId,
        @Schema(description = "Whether it is settled, so that another file may have the payment")
                boolean settled) {

    static TakenOutPaymentView of(TakenOutLine line) {
        return new TakenOutPaymentView(
                line.lineNo(),
                line.paymentId(),
                line.kpmId(),
                line.villageCode(),
                line.amountIdr(),
                line.reason(),
                line.words(),
                line.takenBy(),
                line.takenAt(),
                line.listSha256(),
                line.exceptionId(),
                line.settled());
    }
}
