package id.pkh.disbursement.money;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import java.util.UUID;

/**
 * An attempt to pay, with the data of its status.
 *
 * @param attempt 1 for the first time the payment was instructed
 * @param bankRef the last reference that the bank gave; null where it gave none
 * @param reportId the last report that changed the status; null where none has
 */
public record Instruction(
        UUID instructionId,
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        long amountIdr,
        int attempt,
        InstructionStatus status,
        String bankRef,
        UUID reportId) {

    /**
     * The instruction after a line of a report. The known reference is kept when a later line has
     * none.
     */
    public Instruction reported(InstructionStatus newStatus, String newBankRef, UUID newReport) {
        return new Instruction(
                instructionId,
                paymentId,
                kpmId,
                villageCode,
                amountIdr,
                attempt,
                newStatus,
                newBankRef == null ? bankRef : newBankRef,
                newReport);
    }
}
