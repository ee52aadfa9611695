package id.pkh.meeting.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/rules/plan.md. */
class PlanRulesTest {

    private static final String PAGE = "plan.md";
    private static final FreeSlots TWO_A_DAY = new FreeSlots(9, 2, 2);

    static Stream<List<String>> kinds() {
        return RuleTable.rows(PAGE, "kind", "planned by", "once", "done when").stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindIsPlannedOnceAPeriod(List<String> row) {
        PlanKind kind = PlanKind.valueOf(row.get(0));
        assertThat(kind.staysInPeriod()).isEqualTo(row.get(1).equals("machine"));
        assertThat(kind.isQuarterly()).isEqualTo(row.get(2).startsWith("quarter"));
        assertThat(kind.isMeeting()).isEqualTo(row.get(3).endsWith("is recorded"));
        assertThat(kind.concernsGroup()).isEqualTo(row.get(2).endsWith("group"));
        assertThat(kind.periodOf(LocalDate.parse("2026-06-16")))
                .isEqualTo(kind.isQuarterly() ? "2026-04-01" : "2026-06-01");
    }

    static Stream<List<String>> days() {
        return RuleTable.rows(PAGE, "rule", "month", "day").stream();
    }

    @ParameterizedTest
    @MethodSource("days")
    void aRuleNamesADayOfEachMonth(List<String> row) {
        String[] words = row.get(0).split(" ");
        DayRule rule =
                words[0].equals("day")
                        ? DayRule.dayOfMonth(Integer.parseInt(words[1]))
                        : DayRule.weekday(Integer.parseInt(words[1]), DayOfWeek.valueOf(words[2]));
        assertThat(rule.isPossible()).isTrue();
        assertThat(rule.in(YearMonth.parse(row.get(1)))).isEqualTo(row.get(2));
    }

    static Stream<List<String>> clinics() {
        return RuleTable.rows(PAGE, "villages", "forms", "planned without clinic", "visits")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("clinics")
    void eachClinicIsVisitedAndEachVillageWithoutOne(List<String> row) {
        List<ClinicVisits.Attendance> forms =
                words(row.get(1), "; ").stream()
                        .map(form -> form.split(" "))
                        .map(
                                form ->
                                        new ClinicVisits.Attendance(
                                                form[0], form[1], Integer.parseInt(form[2])))
                        .toList();
        assertThat(
                        ClinicVisits.of(words(row.get(0), ", "), forms, words(row.get(2), ", "))
                                .stream()
                                .map(
                                        visit ->
                                                visit.clinic() == null
                                                        ? visit.village()
                                                        : visit.clinic()
                                                                + " at "
                                                                + visit.village()
                                                                + " "
                                                                + visit.families()))
                .isEqualTo(words(row.get(3), ", "));
    }

    private static List<String> words(String cell, String between) {
        return cell.equals("–") ? List.of() : List.of(cell.split(between));
    }

    static Stream<List<String>> withdrawals() {
        return RuleTable.rows(PAGE, "credited", "days", "today", "proposed").stream();
    }

    @ParameterizedTest
    @MethodSource("withdrawals")
    void aWithdrawalDayFollowsTheFirstCredit(List<String> row) {
        Integer days = row.get(1).equals("–") ? null : Integer.valueOf(row.get(1));
        assertThat(
                        WithdrawalDayRule.proposed(
                                        LocalDate.parse(row.get(0)),
                                        days,
                                        LocalDate.parse(row.get(2)))
                                .map(LocalDate::toString)
                                .orElse("–"))
                .isEqualTo(row.get(3));
    }

    static Stream<List<String>> slots() {
        return RuleTable.rows(PAGE, "wanted", "taken", "planned").stream();
    }

    @ParameterizedTest
    @MethodSource("slots")
    void nothingIsPlannedOnTopOfItself(List<String> row) {
        Set<Slot> taken =
                row.get(1).equals("–")
                        ? Set.of()
                        : Arrays.stream(row.get(1).split(", "))
                                .map(PlanRulesTest::slot)
                                .collect(Collectors.toSet());
        assertThat(
                        TWO_A_DAY.next(
                                LocalDate.parse("2026-" + row.get(0)),
                                LocalDate.parse("2026-06-03"),
                                LocalDate.parse("2026-06-30"),
                                taken))
                .contains(slot(row.get(2)));
    }

    private static Slot slot(String text) {
        String[] words = text.split(" ");
        return new Slot(
                LocalDate.parse("2026-" + words[0]), LocalTime.of(Integer.parseInt(words[1]), 0));
    }

    static Stream<List<String>> states() {
        return RuleTable.rows(PAGE, "cancelled", "done", "planned for", "today", "state").stream();
    }

    @ParameterizedTest
    @MethodSource("states")
    void theStateFollowsFromFacts(List<String> row) {
        assertThat(
                        PlanState.of(
                                row.get(0).equals("yes"),
                                row.get(1).equals("yes"),
                                LocalDate.parse(row.get(2)),
                                LocalDate.parse(row.get(3))))
                .hasToString(row.get(4));
    }

    static Stream<List<String>> notices() {
        return RuleTable.rows(PAGE, "planned for", "today", "invited", "reminded", "notice")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("notices")
    void groupsAreToldSomeDaysBefore(List<String> row) {
        assertThat(
                        PlanNotice.of(
                                LocalDate.parse(row.get(0)),
                                LocalDate.parse(row.get(1)),
                                7,
                                2,
                                row.get(2).equals("yes"),
                                row.get(3).equals("yes")))
                .hasToString(row.get(4));
    }
}
