package id.pkh.verification.decision.domain;

/** The effect of a suspension on payments. */
public enum MoneyEffect {
    /** The payment is made later, when the suspension is lifted. */
    HOLD,
    /** The payment is never made. */
    FORFEIT,
    NONE
}
