package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.disbursement.money.domain.MoneyState;
import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Attempts to pay, by the batch they are in. */
public interface Instructions {

    /** Why an instruction moved on. */
    record Cause(String cause, String causeId, Instant at) {}

    /** A new attempt, planned. */
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

    void add(List<Attempt> attempts, Cause cause);

    /** The batch's instructions by line, without holding them all. */
    void each(UUID batchId, Consumer<Line> reader);

    /** Moves all instructions of the batch that are in the one state to the other; how many. */
    int move(UUID batchId, MoneyState from, MoneyState to, Cause cause);

    List<UUID> families(UUID batchId);

    /** Whether every family of the batch was in the area when it was instructed. */
    boolean areWithin(UUID batchId, AreaScope areas);

    /** How many payments of the batch a bank may have paid before, by what it said of them. */
    long countDisputed(UUID batchId);
}
