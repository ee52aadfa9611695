package id.pkh.disbursement.sanction.domain;

import id.pkh.disbursement.entitlement.domain.CoveredRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A decision against a family, made in the verification service and recorded here. From its notice
 * on, it takes effect on the cycles that end on or after its day, until it is lifted. A lifted
 * decision never takes effect again, because a new decision has a new id.
 *
 * @param effectiveFrom first day concerned; before the notice, the earliest such day
 * @param lift how it ended; null while it is in effect
 * @param sequence its place among the facts of the family in the verification service
 */
public record Decision(
        UUID decisionId,
        Effect effect,
        LocalDate effectiveFrom,
        Instant decidedAt,
        Stage stage,
        Lift lift,
        long sequence) {

    /** A decision comes before another when it was made earlier. */
    public static final Comparator<Decision> BY_TIME =
            Comparator.comparing(Decision::decidedAt)
                    .thenComparing(decision -> decision.decisionId().toString());

    /** How far a decision has come. */
    public enum Stage {
        /** its notice has not been delivered yet */
        AWAITS_NOTICE,
        /** in effect unless it was lifted */
        TOOK_EFFECT,
        /** an open appeal stays it */
        STAYED
    }

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
        Objects.requireNonNull(stage, "stage");
    }

    public boolean hasTakenEffect() {
        return stage != Stage.AWAITS_NOTICE;
    }

    public boolean isInEffect() {
        return stage == Stage.TOOK_EFFECT && lift == null;
    }

    public boolean touchesMoney() {
        return effect != Effect.NONE;
    }

    /**
     * A decision concerns the cycles that end on its day or later. An exit no longer concerns those
     * that end on or after the day on which the family came back.
     */
    public boolean concerns(CoveredRange range, List<Reinstatement> reinstatements) {
        return !effectiveFrom.isAfter(range.until())
                && reinstatements.stream()
                        .filter(reinstatement -> reinstatement.ends(this))
                        .allMatch(reinstatement -> range.until().isBefore(reinstatement.from()));
    }

    /** Whether the withheld money is paid when the decision is lifted. */
    public boolean releasesMoney() {
        return lift != null && (effect == Effect.HOLD || lift.reason().isUndoing());
    }
}
