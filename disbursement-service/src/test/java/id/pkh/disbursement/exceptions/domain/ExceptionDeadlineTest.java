package id.pkh.disbursement.exceptions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The owners, the days and the answer times of the page. */
class ExceptionDeadlineTest {

    private static final String PAGE = "bank-answers.md";
    private static final Instant NOW = Instant.parse("2026-04-20T05:00:00Z");

    static List<List<String>> days() {
        return RuleTable.rows(PAGE, "found on", "due on", "today", "age in days", "overdue");
    }

    static List<List<String>> answerTimes() {
        return RuleTable.rows(
                PAGE,
                "hours of the setting",
                "days of the bank",
                "hours since it was sent",
                "overdue");
    }

    @Test
    void theOwnersAreThoseOfThePage() {
        assertThat(
                        Arrays.stream(ExceptionClass.values())
                                .map(each -> each.name() + " " + each.owner()))
                .containsExactlyInAnyOrderElementsOf(
                        RuleTable.rows(PAGE, "class", "of the ten", "owner", "days").stream()
                                .map(row -> row.get(0) + " " + row.get(2))
                                .toList());
    }

    @Test
    void thePageNamesTheTenClassesOfTheQueue() {
        assertThat(RuleTable.rows(PAGE, "class", "of the ten", "owner", "days"))
                .filteredOn(row -> row.get(1).equals("yes"))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder(
                        "UNMATCHED_LINE",
                        "AMOUNT_MISMATCH",
                        "ACCOUNT_MISMATCH",
                        "DUPLICATE_CREDIT",
                        "RETURN_WITHOUT_CREDIT",
                        "CREDIT_AFTER_RETURN",
                        "CREDIT_NOT_INSTRUCTED",
                        "MISSING_AFTER_SLA",
                        "CONTROL_TOTAL_MISMATCH",
                        "CORRECTION_PENDING");
    }

    @ParameterizedTest
    @MethodSource("days")
    void anExceptionIsOverdueAfterItsLastDay(List<String> row) {
        ExceptionDeadline deadline =
                new ExceptionDeadline(LocalDate.parse(row.get(0)), LocalDate.parse(row.get(1)));
        LocalDate today = LocalDate.parse(row.get(2));
        assertThat(deadline.ageDays(today)).isEqualTo(Long.parseLong(row.get(3)));
        assertThat(deadline.isOverdue(today)).isEqualTo(row.get(4).equals("yes"));
    }

    @ParameterizedTest
    @MethodSource("answerTimes")
    void aBankHasItsOwnDaysOrTheTimeOfTheSetting(List<String> row) {
        AnswerTimes times =
                new AnswerTimes(
                        Duration.ofHours(Long.parseLong(row.get(0))),
                        row.get(1).equals("none")
                                ? Map.of()
                                : Map.of("BRI", Integer.valueOf(row.get(1))));
        Instant sent = NOW.minus(Duration.ofHours(Long.parseLong(row.get(2))));
        Instant before =
                times.banks().isEmpty() ? times.sentBefore(NOW) : times.sentBefore("BRI", NOW);
        assertThat(sent.isBefore(before)).isEqualTo(row.get(3).equals("yes"));
    }

    @Test
    void aBegunDayIsAWholeDay() {
        AnswerTimes times = new AnswerTimes(Duration.ofHours(71), Map.of("BNI", 5));
        assertThat(times.wholeDays("BRI")).isEqualTo(3);
        assertThat(times.wholeDays(null)).isEqualTo(3);
        assertThat(times.wholeDays("BNI")).isEqualTo(5);
    }
}
