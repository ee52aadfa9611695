package id.pkh.disbursement.money;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import java.time.LocalDate;

/**
 * A change of the status of an instruction.
 *
 * @param instruction as it was before
 * @param reportLine the line of the report that caused it; null where no report did
 * @param bankRef the reference that the bank gave with it; null where it gave none
 * @param reason reason code; null when the new status needs none
 * @param bookedOn day on which the bank booked it; null where it stated none
 */
public record StatusChange(
        Instruction instruction,
        InstructionStatus newStatus,
        Integer reportLine,
        String bankRef,
        String reason,
        LocalDate bookedOn) {

    public StatusChange {
        if (!instruction.status().leadsTo(newStatus)) {
            throw new IllegalStateException(
                    "the status of an instruction cannot change from %s to %s"
                            .formatted(instruction.status(), newStatus));
        }
    }

    /** A change whose day is that of its time. */
    public StatusChange(
            Instruction instruction,
            InstructionStatus newStatus,
            Integer reportLine,
            String bankRef,
            String reason) {
        this(instruction, newStatus, reportLine, bankRef, reason, null);
    }

    /** A change that was not caused by a report. */
    public static StatusChange of(Instruction instruction, InstructionStatus newStatus) {
        return new StatusChange(instruction, newStatus, null, null, null);
    }
}
