package id.pkh.verification.evidence;

/** Where a contradiction stands. */
public enum ContradictionState {
    /** The line that is better for the family counts. */
    OPEN,
    /** A person decided which line counts. */
    SETTLED,
    /** The lines changed: they agree now, or differ in another way. */
    ENDED
}
