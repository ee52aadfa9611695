package id.pkh.verification.decision.domain;

/** What is decided about a family. Each but the last two is against it. */
public enum Measure {
    SUSPEND,
    TERMINATE,
    GRADUATE,
    MOVE,
    DECEASE,
    INELIGIBLE,
    REINSTATE,
    DISMISS;

    /** Whether the family has to be notified first, can appeal, and the decision can be lifted. */
    public boolean isAgainstFamily() {
        return this != REINSTATE && this != DISMISS;
    }

    /** Whether the family leaves the programme because of it. */
    public boolean isExit() {
        return isAgainstFamily() && this != SUSPEND;
    }
}
