package id.pkh.verification.signal.domain;

/** What is known of a family, a cause and a period; the better one for the family comes first. */
public enum SignalState {
    /** It went right, and it is shown. */
    CLEAN,
    /** It does not count. */
    EXEMPT,
    /** It is not known yet. */
    UNKNOWN,
    /** It went wrong, and it is shown. */
    SIGNAL
}
