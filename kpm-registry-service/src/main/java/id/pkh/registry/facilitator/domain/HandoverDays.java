package id.pkh.registry.facilitator.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days of a hand-over: the first day of the successor, and the last on which the predecessor
 * acts as well. Without an overlap this is the day before.
 */
public record HandoverDays(LocalDate effectiveOn, LocalDate overlapUntil) {

    /** A plan as a person states it. */
    public record Wanted(LocalDate effectiveOn, LocalDate overlapUntil, HandoverReason reason) {}

    /** The days, or the code of the rule that the plan breaks. */
    public record Verdict(Optional<HandoverDays> days, String refusal) {

        static Verdict refused(String code) {
            return new Verdict(Optional.empty(), code);
        }
    }

    public static final String IN_THE_PAST = "HANDOVER_IN_THE_PAST";
    public static final String NOTICE_TOO_SHORT = "NOTICE_TOO_SHORT";
    public static final String OVERLAP_MISSING = "OVERLAP_MISSING";

    /**
     * Decides on the days of a plan.
     *
     * @param predecessorUntil last day on which the predecessor is there; null when that is open
     */
    public static Verdict plan(
            Wanted wanted, LocalDate today, LocalDate predecessorUntil, FacilitatorPolicy policy) {
        LocalDate first = wanted.effectiveOn();
        if (first.isBefore(today)) {
            return Verdict.refused(IN_THE_PAST);
        }
        if (wanted.overlapUntil() != null && wanted.overlapUntil().isBefore(first)) {
            return Verdict.refused(OVERLAP_MISSING);
        }
        if (!wanted.reason().permitsShortNotice() && first.isBefore(earliest(today, policy))) {
            return Verdict.refused(NOTICE_TOO_SHORT);
        }
        LocalDate none = first.minusDays(1);
        if (!wanted.reason().hasOverlap()) {
            return new Verdict(Optional.of(new HandoverDays(first, none)), null);
        }
        LocalDate until =
                wanted.overlapUntil() == null
                        ? none.plusDays(policy.overlapDays())
                        : wanted.overlapUntil();
        if (predecessorUntil != null && predecessorUntil.isBefore(until)) {
            until = predecessorUntil.isBefore(none) ? none : predecessorUntil;
        }
        return new Verdict(Optional.of(new HandoverDays(first, until)), null);
    }

    /** The first day that leaves the families the notice of the policy. */
    public static LocalDate earliest(LocalDate today, FacilitatorPolicy policy) {
        return today.plusDays(policy.noticeDays());
    }
}
