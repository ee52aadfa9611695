package id.pkh.meeting.checkin.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.testsupport.RuleTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/rules/check-in.md. */
class CheckInRulesTest {

    private static final CodeSteps STEPS = new CodeSteps(30, 1);

    /** Begins a step of any length that the policy permits. */
    private static final Instant START = Instant.parse("2026-06-10T05:00:00Z");

    static Stream<List<String>> codes() {
        return RuleTable.rows("check-in.md", "shown at second", "sent at second", "verdict")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aCodeIsAcceptedInItsStepAndTheNext(List<String> row) {
        long shown = STEPS.of(at(row.get(0)));
        boolean isAccepted = STEPS.acceptedAt(at(row.get(1))).contains(shown);
        assertThat(isAccepted ? "accepted" : "refused").isEqualTo(row.get(2));
    }

    @Test
    void aCodeIsShownUntilTheNextStep() {
        assertThat(STEPS.shownUntil(START)).isEqualTo(START.plusSeconds(30));
        assertThat(STEPS.shownUntil(START.plusSeconds(29))).isEqualTo(START.plusSeconds(30));
        assertThat(STEPS.shownUntil(START.plusSeconds(30))).isEqualTo(START.plusSeconds(60));
    }

    static Stream<List<String>> marks() {
        return RuleTable.rows("check-in.md", "mark of a family that checked in", "contradiction")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("marks")
    void onlyAMarkThatSaysThatNobodyCameContradicts(List<String> row) {
        AttendanceMark mark = AttendanceMark.ofCode(row.get(0)).orElse(null);
        assertThat(CheckInAndMark.contradict(mark) ? "yes" : "no").isEqualTo(row.get(1));
    }

    @Test
    void thePageHasEveryMark() {
        assertThat(marks().map(row -> row.get(0)))
                .containsAll(Stream.of(AttendanceMark.values()).map(Enum::name).toList());
    }

    @Test
    void theLatestPolicyThatHasBegunHolds() {
        CheckInPolicy first = policy("FIRST", "2018-01-01", 60);
        CheckInPolicy second = policy("SECOND", "2026-07-01", 90);
        List<CheckInPolicy> known = List.of(second, first);
        assertThat(CheckInPolicy.on(known, LocalDate.parse("2026-06-30"))).isEqualTo(first);
        assertThat(CheckInPolicy.on(known, LocalDate.parse("2026-07-01"))).isEqualTo(second);
        assertThatThrownBy(() -> CheckInPolicy.on(known, LocalDate.parse("2017-12-31")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static CheckInPolicy policy(String code, String from, int minutes) {
        return new CheckInPolicy(code, LocalDate.parse(from), minutes, STEPS);
    }

    private static Instant at(String second) {
        return START.plusSeconds(Long.parseLong(second));
    }
}
