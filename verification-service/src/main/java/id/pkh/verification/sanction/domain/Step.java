package id.pkh.verification.sanction.domain;

/**
 * What follows, from the mildest to the most severe. A proposal does nothing until a named officer
 * decides it.
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
