package id.pkh.disbursement.sanction.domain;

import id.pkh.disbursement.entitlement.domain.CoveredRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * An officer's decision on a proposal, made in the verification service and known here. It takes
 * effect on the cycles that end on or after its day and stands until it is lifted; a lifted
 * decision never stands again, because a new decision has a new id.
 *
 * @param effectiveFrom first day concerned
 * @param lift how it ended; null while it stands
 */
public record Decision(
        UUID decisionId, Effect effect, LocalDate effectiveFrom, Instant decidedAt, Lift lift) {

    /** A decision comes before another when it was made earlier. */
    public static final Comparator<Decision> BY_TIME =
            Comparator.comparing(Decision::decidedAt)
                    .thenComparing(decision -> decision.decisionId().toString());

    /**
     * How a decision ended.
     *
     * @param reason CORRECTED_FACT, APPEAL_UPHELD, COMMITMENT_MET or OFFICER
     */
    public record Lift(String reason, Instant liftedAt) {

        private static final Set<String> UNDOING = Set.of("CORRECTED_FACT", "APPEAL_UPHELD");

        public Lift {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(liftedAt, "liftedAt");
        }

        /** The decision should never have been made; otherwise it only ended. */
        public boolean isUndoing() {
            return UNDOING.contains(reason);
        }
    }

    public Decision {
        Objects.requireNonNull(decisionId, "decisionId");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(decidedAt, "decidedAt");
    }

    public boolean stands() {
        return lift == null;
    }

    public boolean touchesMoney() {
        return effect != Effect.NONE;
    }

    /** Cycles that end on the day or later are concerned. */
    public boolean concerns(CoveredRange range) {
        return !effectiveFrom.isAfter(range.until());
    }

    /** True when what it withheld is paid after all. */
    public boolean givesBack() {
        return lift != null && (effect == Effect.HOLD || lift.isUndoing());
    }
}
