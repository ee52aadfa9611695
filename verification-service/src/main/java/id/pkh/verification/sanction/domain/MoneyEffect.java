package id.pkh.verification.sanction.domain;

/** What a suspension does to the money. */
public enum MoneyEffect {
    /** Paid later, when the suspension is lifted. */
    HOLD,
    /** Not paid. */
    FORFEIT,
    NONE
}
