package id.pkh.verification.decision.domain;

import id.pkh.verification.sanction.domain.Step;

/** What is put before the people who decide: a step of the ladder, or a person's proposal. */
public enum Proposed {
    /** A reminder or a warning: there is nothing to decide. */
    NOTHING(null),
    SUSPENSION(Measure.SUSPEND),
    TERMINATION(Measure.TERMINATE),
    TERMINATE(Measure.TERMINATE),
    GRADUATE(Measure.GRADUATE),
    MOVE(Measure.MOVE),
    DECEASE(Measure.DECEASE),
    INELIGIBLE(Measure.INELIGIBLE),
    REINSTATE(Measure.REINSTATE);

    private final Measure measure;

    Proposed(Measure measure) {
        this.measure = measure;
    }

    public static Proposed by(Step step) {
        return switch (step) {
            case SUSPENSION_PROPOSED -> SUSPENSION;
            case TERMINATION_PROPOSED -> TERMINATION;
            default -> NOTHING;
        };
    }

    boolean permits(Measure decided) {
        return decided == measure || (decided == Measure.DISMISS && this != NOTHING);
    }
}
