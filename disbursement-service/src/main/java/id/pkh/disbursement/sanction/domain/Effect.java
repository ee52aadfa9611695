package id.pkh.disbursement.sanction.domain;

/** What a decision does to the money of the cycles that it concerns. */
public enum Effect {
    /** not paid now, paid when the decision is lifted */
    HOLD,
    /** not paid */
    FORFEIT,
    /** no membership, no entitlement */
    TERMINATE,
    /** the proposal was dismissed, or the decision leaves the money alone */
    NONE
}
