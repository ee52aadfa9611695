package id.pkh.registry.facilitator.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days of a hand-over: the first day of the successor, and the last on which the predecessor
 * acts as well. Without an overlap this is the day before.
 */
public record HandoverDays(LocalDate effectiveOn, LocalDate overlapUntil) {

    /**
     * A plan as a person states it.
     *
     * @param noticeGivenOn day on which the families were notified on paper; null when the plan is
     *     the notice
     */
    public record Wanted(
            LocalDate noticeGivenOn,
            LocalDate effectiveOn,
            LocalDate overlapUntil,
            HandoverReason reason) {

        /** The day from which the notice counts. */
        public LocalDate noticeOn(LocalDate today) {
            return noticeGivenOn == null ? today : noticeGivenOn;
        }

        /** A month that is over is not given to another facilitator afterwards. */
        private LocalDate firstPossible(LocalDate today) {
            return noticeGivenOn == null ? today : today.withDayOfMonth(1);
        }
    }

    /** The days, or the code of the rule that the plan breaks. */
    public record Verdict(Optional<HandoverDays> days, String refusal) {

        static Verdict refused(String code) {
            return new Verdict(Optional.empty(), code);
        }
    }

    public static final String NOTICE_IN_FUTURE = "NOTICE_IN_FUTURE";
    public static final String NOTICE_AFTER_HAND_OVER = "NOTICE_AFTER_HAND_OVER";
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
        LocalDate notice = wanted.noticeOn(today);
        if (notice.isAfter(today)) {
            return Verdict.refused(NOTICE_IN_FUTURE);
        }
        if (first.isBefore(wanted.firstPossible(today))) {
            return Verdict.refused(IN_THE_PAST);
        }
        if (notice.isAfter(first)) {
            return Verdict.refused(NOTICE_AFTER_HAND_OVER);
        }
        if (wanted.overlapUntil() != null && wanted.overlapUntil().isBefore(first)) {
            return Verdict.refused(OVERLAP_MISSING);
        }
        if (!wanted.reason().permitsShortNotice() && first.isBefore(earliest(notice, policy))) {
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
    public static LocalDate earliest(LocalDate notice, FacilitatorPolicy policy) {
        return notice.plusDays(policy.noticeDays());
    }
}
