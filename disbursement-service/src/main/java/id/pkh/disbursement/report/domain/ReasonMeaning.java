package id.pkh.disbursement.report.domain;

/** What a bank's reason for a refusal means for the money; a later one is more careful. */
public enum ReasonMeaning {
    /** The payment may be sent again when the cause is corrected. */
    CORRECT,
    /** The payment is not sent again. */
    NEVER,
    /** The bank does not state whether it has paid, so people ask it. */
    ASK,
    /** The bank states that it already has the instruction, so it may have paid. */
    DUPLICATE
}
