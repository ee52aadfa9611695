package id.pkh.disbursement.instruction.domain;

/**
 * The status of a payment at its bank as people see it: that of its latest instruction, which while
 * planned is that of its batch. The database derives it, in the view {@code instruction_status}.
 */
public enum ShownStatus {
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
