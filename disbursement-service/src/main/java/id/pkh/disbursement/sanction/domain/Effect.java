package id.pkh.disbursement.sanction.domain;

/** The effect of a decision on the payments of the cycles that it concerns. */
public enum Effect {
    /** not paid now, paid when the decision is lifted */
    HOLD,
    /** not paid */
    FORFEIT,
    /** no membership, no entitlement */
    TERMINATE,
    /** the proposal was dismissed, or the decision does not affect payments */
    NONE
}
