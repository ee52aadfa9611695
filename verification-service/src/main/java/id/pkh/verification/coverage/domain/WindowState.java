package id.pkh.verification.coverage.domain;

/** What is known about a window of a commitment, the worst first. */
public enum WindowState {
    /**
     * A month without an entry decides: if the quarter was closed now, it would be not verified.
     */
    MISSING,
    /** The forms show what was done or missed, or that the service was closed. */
    EVIDENCE,
    /** An exemption covers it, so no form is needed. */
    EXEMPT;

    WindowState orWorse(WindowState other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
