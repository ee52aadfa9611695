package id.pkh.verification.decision.domain;

/** Where a decision is in its life. */
public enum DecisionState {
    PROPOSED,
    PREPARED,
    /** Decided by two people, and not delivered to the family yet. */
    TAKEN,
    /** Delivered; it applies from a day that has not come yet. */
    NOTIFIED,
    IN_EFFECT,
    /** An appeal is open, and until it is decided the decision has no effect. */
    STAYED,
    /** The family left, and came back: what is paid afterwards is another membership's. */
    ENDED,
    LIFTED,
    /** Nothing is left to do: the proposal was dismissed, or the family was reinstated. */
    SETTLED
}
