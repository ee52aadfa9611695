package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Attempts to pay, by the batch they are in. */
public interface Instructions {

    /** A new attempt, which is planned. */
    record Attempt(
            UUID instructionId,
            UUID batchId,
            int lineNo,
            int attempt,
            UUID paymentId,
            UUID kpmId,
            UUID cycleId,
            String villageCode,
            long amountIdr,
            Payee payee) {}

    /** An instruction with its payee in clear. */
    record Line(
            int lineNo,
            UUID instructionId,
            UUID paymentId,
            UUID kpmId,
            int attempt,
            String villageCode,
            long amountIdr,
            String payeeName,
            String account) {}

    /**
     * @param at when they are planned
     */
    void add(List<Attempt> attempts, Instant at);

    /** The batch's instructions by line, without holding them all. */
    void each(UUID batchId, Consumer<Line> reader);

    /** Whether every family of the batch was in the area when it was instructed. */
    boolean areWithin(UUID batchId, AreaScope areas);

    /** How many payments of the batch a bank may have paid before, by what it said of them. */
    long countDisputed(UUID batchId);
}
