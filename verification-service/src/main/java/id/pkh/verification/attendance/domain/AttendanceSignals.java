package id.pkh.verification.attendance.domain;

import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a mark on a list says about each cause. A mark or an attribution that this service does not
 * know is nobody's failure: it can only ever lead to UNKNOWN or EXEMPT.
 */
public final class AttendanceSignals {

    private static final String ABSENT_WITHOUT_EXCUSE = "ABSENT_WITHOUT_EXCUSE";

    private AttendanceSignals() {}

    /**
     * The states that follow, by cause; P2K2 says nothing of the group's meeting and the other way
     * round.
     */
    public static Map<Cause, PeriodState> of(AttendanceFact fact) {
        VerificationPeriod month = VerificationPeriod.month(fact.month());
        Map<Cause, PeriodState> states = new EnumMap<>(Cause.class);
        if (fact.kind().equals(AttendanceFact.P2K2)) {
            states.put(Cause.P2K2_ABSENCE, absence(fact, month));
        } else if (fact.kind().equals(AttendanceFact.GROUP_MEETING)) {
            states.put(Cause.GROUP_MEETING_ABSENCE, absence(fact, month));
            states.put(Cause.MEETING_NOT_HELD, notHeld(fact, month));
        }
        return states;
    }

    private static PeriodState absence(AttendanceFact fact, VerificationPeriod month) {
        return switch (fact.mark()) {
            case "PRESENT" -> PeriodState.clean(month);
            case "SICK", "PERMITTED" -> PeriodState.exempt(month, fact.mark());
            case AttendanceFact.NOT_HELD -> PeriodState.exempt(month, "MEETING_NOT_HELD");
            case "ABSENT" -> PeriodState.signal(month, Attribution.FAMILY, ABSENT_WITHOUT_EXCUSE);
            default -> PeriodState.unknown(month, "UNMARKED");
        };
    }

    private static PeriodState notHeld(AttendanceFact fact, VerificationPeriod month) {
        if (!fact.mark().equals(AttendanceFact.NOT_HELD)) {
            return PeriodState.clean(month);
        }
        String reason = fact.reason() == null ? "REASON_NOT_GIVEN" : fact.reason();
        return Attribution.FACILITATOR.name().equals(fact.attribution())
                ? PeriodState.signal(month, Attribution.FACILITATOR, reason)
                : PeriodState.exempt(month, reason);
    }
}
