package id.pkh.disbursement.payment.domain;

/** What can happen to a payment. */
public enum PaymentTrigger {
    /** the family is entitled and nothing stands against paying */
    CLEAR,
    /** a standing decision holds the cycle */
    HOLD,
    /** a standing decision forfeits the cycle */
    FORFEIT,
    /** the family is not entitled in this cycle, or no longer */
    LOSE,
    /** the list of the cycle is frozen */
    SEAL
}
