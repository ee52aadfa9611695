package id.pkh.disbursement.sanction.domain;

import id.pkh.disbursement.entitlement.domain.CoveredRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * An officer's decision on a proposal, made in the verification service and recorded here. It takes
 * effect on the cycles that end on or after its day, until it is lifted. A lifted decision never
 * takes effect again, because a new decision has a new id.
 *
 * @param effectiveFrom first day concerned
 * @param lift how it ended; null while it is in effect
 */
public record Decision(
        UUID decisionId, Effect effect, LocalDate effectiveFrom, Instant decidedAt, Lift lift) {

    /** A decision comes before another when it was made earlier. */
    public static final Comparator<Decision> BY_TIME =
            Comparator.comparing(Decision::decidedAt)
                    .thenComparing(decision -> decision.decisionId().toString());

    /** How a decision ended. */
    public record Lift(LiftReason reason, Instant liftedAt) {

        public Lift {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(liftedAt, "liftedAt");
        }
    }

    public Decision {
        Objects.requireNonNull(decisionId, "decisionId");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(decidedAt, "decidedAt");
    }

    public boolean isInEffect() {
        return lift == null;
    }

    public boolean touchesMoney() {
        return effect != Effect.NONE;
    }

    /** A decision concerns the cycles that end on its day or later. */
    public boolean concerns(CoveredRange range) {
        return !effectiveFrom.isAfter(range.until());
    }

    /** Whether the withheld money is paid when the decision is lifted. */
    public boolean releasesMoney() {
        return lift != null && (effect == Effect.HOLD || lift.reason().isUndoing());
    }
}
