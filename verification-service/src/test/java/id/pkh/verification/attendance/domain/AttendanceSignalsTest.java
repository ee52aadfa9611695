package id.pkh.verification.attendance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceSignalsTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // mark,    reason,            attribution, absence, not held
                "PRESENT,   -,                 -,           CLEAN,   CLEAN",
                "SICK,      -,                 -,           EXEMPT,  CLEAN",
                "PERMITTED, -,                 -,           EXEMPT,  CLEAN",
                "ABSENT,    -,                 -,           SIGNAL,  CLEAN",
                "UNMARKED,  -,                 -,           UNKNOWN, CLEAN",
                "PRESENT_BY_PROXY, -,          -,           UNKNOWN, CLEAN",
                "SOMETHING, -,                 -,           UNKNOWN, CLEAN",
                "NOT_HELD,  NO_SHEET_RECEIVED, FACILITATOR, EXEMPT,  SIGNAL",
                "NOT_HELD,  DISASTER,          NOBODY,      EXEMPT,  EXEMPT",
                "NOT_HELD,  -,                 -,           EXEMPT,  EXEMPT",
                "NOT_HELD,  -,                 SOMEBODY,    EXEMPT,  EXEMPT",
            })
    void what_a_group_meeting_says(
            String mark, String reason, String attribution, String absence, String notHeld) {
        Map<Cause, PeriodState> states =
                AttendanceSignals.of(fact(MeetingKind.GROUP_MEETING, mark, reason, attribution));
        assertThat(states).containsOnlyKeys(Cause.GROUP_MEETING_ABSENCE, Cause.MEETING_NOT_HELD);
        assertThat(states.get(Cause.GROUP_MEETING_ABSENCE).state()).hasToString(absence);
        assertThat(states.get(Cause.MEETING_NOT_HELD).state()).hasToString(notHeld);
        assertThat(states.values()).allMatch(state -> state.period().text().equals("2026-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "PRESENT, CLEAN",
        "SICK, EXEMPT",
        "PERMITTED, EXEMPT",
        "ABSENT, SIGNAL",
        "UNMARKED, UNKNOWN"
    })
    void what_a_session_says(String mark, String absence) {
        Map<Cause, PeriodState> states =
                AttendanceSignals.of(fact(MeetingKind.P2K2, mark, null, null));
        assertThat(states).containsOnlyKeys(Cause.P2K2_ABSENCE);
        assertThat(states.get(Cause.P2K2_ABSENCE).state()).hasToString(absence);
    }

    @ParameterizedTest
    @CsvSource({
        "ABSENT, , GROUP_MEETING_ABSENCE, FAMILY",
        "NOT_HELD, FACILITATOR, MEETING_NOT_HELD, FACILITATOR"
    })
    void whose_failure_it_is(String mark, String attribution, Cause cause, Attribution whose) {
        AttendanceFact fact = fact(MeetingKind.GROUP_MEETING, mark, null, attribution);
        assertThat(AttendanceSignals.of(fact).get(cause).attribution()).isEqualTo(whose);
    }

    /** As the words come from the groups, known or not. */
    private static AttendanceFact fact(
            MeetingKind kind, String mark, String reason, String attribution) {
        return new AttendanceFact(
                JANUARY, kind, AttendanceMark.of(mark), reason, Attribution.of(attribution));
    }
}
