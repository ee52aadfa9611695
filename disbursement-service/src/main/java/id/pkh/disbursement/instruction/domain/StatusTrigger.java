package id.pkh.disbursement.instruction.domain;

/** The triggers that change the status of an instruction. */
public enum StatusTrigger {
    /** A person states that the batch was sent to the bank. */
    SEND,
    /** The batch is rejected, or the payment is taken out of it, before it is sent. */
    VOID,
    /**
     * The bank accepted the instruction, or settled the debit. The family does not have the money
     * yet.
     */
    ACCEPT,
    REJECT,
    /** The money is on the family's account. */
    CREDIT,
    /** The bank did not respond in time. */
    TIME_OUT,
    /** The bank sent the money back. */
    RETURN
}
