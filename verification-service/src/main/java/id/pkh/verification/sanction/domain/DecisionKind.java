package id.pkh.verification.sanction.domain;

/** The possible decisions of an officer on a proposal. */
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
