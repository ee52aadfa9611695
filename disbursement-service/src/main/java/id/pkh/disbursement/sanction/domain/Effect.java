package id.pkh.disbursement.sanction.domain;

/**
 * The effect of a decision on the payments of the cycles that it concerns, the hardest first. The
 * first five end the membership, so that there is no entitlement.
 */
public enum Effect {
    TERMINATE("TERMINATION_DECIDED"),
    DECEASE("DEATH_DECIDED"),
    MOVE("MOVE_DECIDED"),
    GRADUATE("GRADUATION_DECIDED"),
    INELIGIBLE("INELIGIBILITY_DECIDED"),
    /** not paid */
    FORFEIT("SUSPENSION_DECIDED"),
    /** not paid now, paid when the decision is lifted */
    HOLD("SUSPENSION_DECIDED"),
    /** the proposal was dismissed, or the decision does not affect payments */
    NONE(null);

    private final String reason;

    Effect(String reason) {
        this.reason = reason;
    }

    public boolean endsMembership() {
        return compareTo(INELIGIBLE) <= 0;
    }

    /** The reason code of a payment that is blocked by it; null if it blocks none. */
    public String reason() {
        return reason;
    }
}
