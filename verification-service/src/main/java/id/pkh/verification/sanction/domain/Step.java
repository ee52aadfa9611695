package id.pkh.verification.sanction.domain;

/**
 * The steps of the ladder, from the mildest to the most severe. A proposal has no effect until a
 * named officer decides on it.
 */
public enum Step {
    NONE,
    REMINDER,
    SUSPENSION_WARNING,
    SUSPENSION_PROPOSED,
    TERMINATION_PROPOSED;

    public boolean isProposal() {
        return this == SUSPENSION_PROPOSED || this == TERMINATION_PROPOSED;
    }
}
