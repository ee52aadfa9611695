package id.pkh.disbursement.money.domain;

/** What makes the money of a payment move on. */
public enum MoneyTrigger {
    /** The batch is complete and its hash fixed. */
    SEAL,
    APPROVE,
    SEND,
    /** The batch is rejected before it was sent. */
    VOID,
    /** The bank took the instruction, or settled our debit: nobody has the money yet. */
    ACCEPT,
    REJECT,
    /** The family has the money on its account. */
    CREDIT,
    /** The bank did not answer in time. */
    GO_SILENT,
    /** The bank sent the money back. */
    RETURN
}
