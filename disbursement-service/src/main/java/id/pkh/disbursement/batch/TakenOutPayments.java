package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.TakingOutReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Payments that were taken out of batches before these were approved. */
public interface TakenOutPayments {

    /**
     * @param formerSha256 hash of the batch with the payment
     * @param listSha256 hash of the batch without it
     */
    record TakenOut(
            UUID instructionId,
            UUID batchId,
            UUID paymentId,
            long amountIdr,
            TakingOutReason reason,
            String words,
            String by,
            Instant at,
            String formerSha256,
            String listSha256) {}

    /**
     * A line of the list.
     *
     * @param exceptionId the correction that holds the payment
     * @param settled whether it has been settled, so that another file may have the payment
     */
    record TakenOutLine(
            int lineNo,
            UUID paymentId,
            UUID kpmId,
            String villageCode,
            long amountIdr,
            String reason,
            String words,
            String takenBy,
            Instant takenAt,
            String listSha256,
            UUID exceptionId,
            boolean settled) {}

    void add(TakenOut takenOut);

    /** By line of the batch, starting after the given one. */
    List<TakenOutLine> after(UUID batchId, int lineNo, int limit);
}
