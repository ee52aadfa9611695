package id.pkh.verification.sanction.domain;

/** What an officer makes of a proposal. */
public enum DecisionKind {
    SUSPEND,
    TERMINATE,
    DISMISS;

    boolean fits(Step step) {
        return switch (this) {
            case SUSPEND -> step == Step.SUSPENSION_PROPOSED;
            case TERMINATE -> step == Step.TERMINATION_PROPOSED;
            case DISMISS -> step.isProposal();
        };
    }
}
