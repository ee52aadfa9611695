package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.disbursement.finding.domain.HolderName;
import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Attempts to pay, by their batch. */
public interface Instructions {

    /**
     * A new attempt with the status PLANNED.
     *
     * @param holder how the name compares with that under which the account was last credited
     */
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
            Payee payee,
            HolderName holder) {}

    /**
     * An instruction with its payee in plain text.
     *
     * @param account null where it is paid in cash
     */
    record InstructionLine(
            int lineNo,
            UUID instructionId,
            UUID paymentId,
            long amountIdr,
            String payeeName,
            String account) {}

    /** A line of a pay-out list, with the name in plain text. */
    record PayOutLine(UUID instructionId, String villageCode, long amountIdr, String payeeName) {}

    /**
     * @param at time at which the attempts are planned
     */
    void add(List<Attempt> attempts, Instant at);

    /**
     * The names under which banks have last credited the accounts of these payees, by payee; those
     * that were never credited are left out.
     */
    Map<Payee, String> creditedNames(Collection<Payee> payees);

    /** The number of the last line of the batch; 0 while it has none. */
    int lastLine(UUID batchId);

    /**
     * Streams the instructions of the batch by line, without loading all of them, and without those
     * that were taken out.
     */
    void each(UUID batchId, Consumer<InstructionLine> reader);

    /** Streams the instructions of the batch by village, then by line. */
    void eachByVillage(UUID batchId, Consumer<PayOutLine> reader);

    /** Whether every family of the batch lived in the area when its payment was instructed. */
    boolean areWithin(UUID batchId, AreaScope areas);

    /**
     * The number of payments in the batch that a bank may have paid before, according to its
     * reports.
     */
    long countDisputed(UUID batchId);

    /** The accounts of the latest attempts to pay, masked, by payment. */
    Map<UUID, String> maskedAccounts(Collection<UUID> paymentIds);
}
