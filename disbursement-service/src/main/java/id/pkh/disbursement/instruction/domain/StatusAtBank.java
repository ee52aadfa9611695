package id.pkh.disbursement.instruction.domain;

/**
 * The status of a payment at its bank as lists show it. It is the status of the latest instruction;
 * while that is planned, it is the status of the batch. The database derives it in the view {@code
 * instruction_status}.
 */
public enum StatusAtBank {
    /** In no batch, or only in batches that were rejected. */
    NOT_INSTRUCTED,
    PLANNED,
    SEALED,
    APPROVED,
    SENT,
    ACCEPTED,
    REJECTED,
    UNKNOWN,
    CREDITED,
    RETURNED
}
