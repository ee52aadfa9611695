package id.pkh.disbursement.instruction.domain;

/** What changes the status of an instruction. */
public enum StatusTrigger {
    /** A person states that the batch has gone to the bank. */
    SEND,
    /** The batch is rejected before it is sent. */
    VOID,
    /** The bank took the instruction, or settled our debit: the family does not have it yet. */
    ACCEPT,
    REJECT,
    /** The family has the money on its account. */
    CREDIT,
    /** The bank did not respond in time. */
    TIME_OUT,
    /** The bank sent the money back. */
    RETURN
}
