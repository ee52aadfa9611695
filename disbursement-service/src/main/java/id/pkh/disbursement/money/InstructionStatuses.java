package id.pkh.disbursement.money;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The status of every instruction, and its history. Every transaction that changes the status of
 * instructions locks their batch first, so that no other transaction changes what it has read.
 */
public interface InstructionStatuses {

    /** Keeps other transactions from changing instructions of the batch until this one ends. */
    void lockBatch(UUID batchId);

    /** The instructions of the batch with these ids. */
    List<Instruction> byIds(UUID batchId, Collection<UUID> instructionIds);

    /** The instructions of the batch for these payments. */
    List<Instruction> byPayments(UUID batchId, Collection<UUID> paymentIds);

    /** The instructions on some lines of the batch, by line. */
    List<Instruction> onLines(UUID batchId, int firstLine, int lastLine);

    /**
     * The lines after the given one whose instructions were sent and have no response of the bank,
     * in their order.
     */
    List<Integer> unansweredLines(UUID batchId, int afterLine, int limit);

    /**
     * Writes the new statuses and a row of history for each change. Fails when an instruction does
     * not have the status that the change starts from.
     */
    void change(List<StatusChange> changes, StatusChangeSource source);
}
