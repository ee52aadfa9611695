package id.pkh.verification.signal.domain;

/**
 * The state of a period for a family and cause; the state that is better for the family comes
 * first.
 */
public enum SignalState {
    /** Evidence shows that there was no failure. */
    CLEAN,
    /** The period does not count. */
    EXEMPT,
    /** There is no evidence yet. */
    UNKNOWN,
    /** Evidence shows a failure. */
    SIGNAL
}
