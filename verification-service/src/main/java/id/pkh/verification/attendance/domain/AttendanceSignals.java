package id.pkh.verification.attendance.domain;

import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.Map;

/**
 * The meaning of a mark for each cause. A mark or an attribution that this service does not know is
 * attributed to no one: it can only lead to UNKNOWN or EXEMPT.
 */
public final class AttendanceSignals {

    private AttendanceSignals() {}

    /** The resulting states by cause: P2K2 sessions and group meetings do not affect each other. */
    public static Map<Cause, PeriodState> of(AttendanceFact fact) {
        VerificationPeriod month = VerificationPeriod.month(fact.month());
        return switch (fact.kind()) {
            case P2K2 -> Map.of(Cause.P2K2_ABSENCE, absence(fact.mark(), month));
            case GROUP_MEETING ->
                    Map.of(
                            Cause.GROUP_MEETING_ABSENCE,
                            absence(fact.mark(), month),
                            Cause.MEETING_NOT_HELD,
                            notHeld(fact, month));
        };
    }

    private static PeriodState absence(AttendanceMark mark, VerificationPeriod month) {
        return switch (mark) {
            case PRESENT -> PeriodState.clean(month);
            case SICK, PERMITTED -> PeriodState.exempt(month, mark.name());
            case NOT_HELD -> PeriodState.exempt(month, "MEETING_NOT_HELD");
            case ABSENT -> PeriodState.signal(month, Attribution.FAMILY, "ABSENT_WITHOUT_EXCUSE");
            case UNMARKED -> PeriodState.unknown(month, "UNMARKED");
        };
    }

    private static PeriodState notHeld(AttendanceFact fact, VerificationPeriod month) {
        if (fact.mark() != AttendanceMark.NOT_HELD) {
            return PeriodState.clean(month);
        }
        String reason = fact.reason() == null ? "REASON_NOT_GIVEN" : fact.reason();
        return fact.attribution() == Attribution.FACILITATOR
                ? PeriodState.signal(month, Attribution.FACILITATOR, reason)
                : PeriodState.exempt(month, reason);
    }
}
