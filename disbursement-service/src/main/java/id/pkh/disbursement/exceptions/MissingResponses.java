package id.pkh.disbursement.exceptions;

import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exceptions about payments that a bank has not responded to in time. */
public interface MissingResponses {

    /**
     * A file about which the bank is asked as a whole.
     *
     * @param payments all payments of the file
     * @param missing some of the instructions that the bank has not responded to
     */
    record OpenFile(long payments, List<UUID> missing) {}

    /**
     * Adds payments of a sent batch to which the bank has not responded in time. The exception is
     * one for the batch, however often it is called.
     */
    void add(BankException found, int payments);

    /** Settles what the bank had not responded to and has responded to now. */
    void settleAnswered(UUID batchId, Instant at);

    /**
     * The file, locked, with up to so many of its instructions; empty when the bank is not asked
     * about it as a whole.
     */
    Optional<OpenFile> openFile(UUID batchId, int atMost);

    /** Asks about these instructions instead of the file, by the day on which the file is due. */
    void askOneByOne(UUID batchId, List<UUID> instructionIds, Instant at);
}
