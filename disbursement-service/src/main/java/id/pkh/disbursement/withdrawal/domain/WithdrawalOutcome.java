package id.pkh.disbursement.withdrawal.domain;

/** What is reported about a payment. */
public enum WithdrawalOutcome {
    WITHDRAWN,
    NOT_WITHDRAWN,
    /** The former report was wrong, and whether the family has withdrawn is not known. */
    RETRACTED
}
