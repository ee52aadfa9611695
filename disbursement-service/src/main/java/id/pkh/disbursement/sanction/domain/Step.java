package id.pkh.disbursement.sanction.domain;

import java.util.Comparator;
import java.util.Objects;

/** A step on the ladder that stands for a family, as far as a payment list has to show it. */
public record Step(String step, String cause, String period, int rung, boolean isProtected) {

    public static final String REMINDER = "REMINDER";
    public static final String SUSPENSION_WARNING = "SUSPENSION_WARNING";
    public static final String SUSPENSION_PROPOSED = "SUSPENSION_PROPOSED";
    public static final String TERMINATION_PROPOSED = "TERMINATION_PROPOSED";

    /** Oldest period first. */
    public static final Comparator<Step> BY_PERIOD =
            Comparator.comparing(Step::period)
                    .thenComparing(Step::cause)
                    .thenComparing(Step::step)
                    .thenComparing(Step::rung)
                    .thenComparing(Step::isProtected);

    public Step {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(period, "period");
    }

    public boolean isWarning() {
        return SUSPENSION_WARNING.equals(step);
    }
}
