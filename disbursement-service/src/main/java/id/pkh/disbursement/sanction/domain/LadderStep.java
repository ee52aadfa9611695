package id.pkh.disbursement.sanction.domain;

import java.util.Comparator;
import java.util.Objects;

/**
 * A step on the ladder that is in effect for a family, with the data that the payment list shows.
 */
public record LadderStep(String step, String cause, String period, int rung, boolean isProtected) {

    public static final String REMINDER = "REMINDER";
    public static final String SUSPENSION_WARNING = "SUSPENSION_WARNING";
    public static final String SUSPENSION_PROPOSED = "SUSPENSION_PROPOSED";
    public static final String TERMINATION_PROPOSED = "TERMINATION_PROPOSED";

    /** Oldest period first. */
    public static final Comparator<LadderStep> BY_PERIOD =
            Comparator.comparing(LadderStep::period)
                    .thenComparing(LadderStep::cause)
                    .thenComparing(LadderStep::step)
                    .thenComparing(LadderStep::rung)
                    .thenComparing(LadderStep::isProtected);

    public LadderStep {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(period, "period");
    }

    public boolean isWarning() {
        return SUSPENSION_WARNING.equals(step);
    }
}
