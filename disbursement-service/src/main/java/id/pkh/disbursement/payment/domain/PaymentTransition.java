package id.pkh.disbursement.payment.domain;

/** The possible changes of a payment. */
public enum PaymentTransition {
    /** the family is entitled and no decision blocks the payment */
    CLEAR,
    /** a decision in effect holds the cycle */
    HOLD,
    /** a decision in effect forfeits the cycle */
    FORFEIT,
    /** the family is not entitled in this cycle, or no longer */
    LOSE,
    /** the list of the cycle is frozen */
    SEAL
}
