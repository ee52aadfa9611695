package id.pkh.platform.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTimelineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-01-01..2026-12-31                                               | 2026-12-31
                    2025-01-01..2026-12-31                                               | 2026-12-31
                    2026-01-01..2026-12-31 2027-01-01..2027-12-31                        | 2027-12-31
                    2027-01-01..2027-12-31 2026-01-01..2026-12-31                        | 2027-12-31
                    2026-01-01..2026-12-31 2027-02-01..2027-12-31                        | 2026-12-31
                    2026-01-01..2027-12-31 2027-07-01..2027-09-30                        | 2027-09-30
                    2026-01-01..                                                         | never
                    2026-01-01..2026-12-31 2027-01-01..                                  | never
                    2026-01-01..           2027-01-01..2027-12-31                        | 2027-12-31
                    2026-01-01..2026-11-28                                               | 2026-11-28
                    2026-01-01..2026-06-30                                               | 2026-11-28
                    2018-01-01..2018-12-31 2025-01-01..2026-12-31                        | 2026-12-31
                    2027-01-01..                                                         | 2026-11-28
                    none                                                                 | 2026-11-28
                    """)
    void coveredFromTodayUntil(String spans, String lastDay) {
        assertThat(timeline(spans).lastDayFrom(TODAY).map(LocalDate::toString).orElse("never"))
                .isEqualTo(lastDay);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-01-01..2026-12-31 2027-01-01..2027-12-31                        | none
                    2026-01-01..2026-12-31 2027-02-01..2027-12-31                        | 2027-01-01
                    2026-01-01..2026-12-31 2026-12-01..2027-12-31                        | none
                    2026-01-01..           2027-02-01..                                  | none
                    2026-01-01..2026-12-31 2027-01-01..2027-06-30 2027-08-01..2027-12-31 | 2027-07-01
                    2019-01-01..2019-12-31 2025-01-01..2026-12-31                        | none
                    2026-01-01..2026-12-31                                               | none
                    2026-01-01..2026-11-28 2027-02-01..2027-12-31                        | none
                    2026-01-01..2026-11-29 2027-02-01..2027-12-31                        | 2026-11-30
                    """)
    void theFirstGap(String spans, String day) {
        assertThat(timeline(spans).firstGapAfter(TODAY).map(LocalDate::toString).orElse("none"))
                .isEqualTo(day);
    }

    @Test
    void aVersionThatLeavesTakesItsDaysWithIt() {
        PolicyTimeline timeline = timeline("2026-01-01..2026-12-31 2027-01-01..2027-12-31");
        assertThat(timeline.without("2027-01-01").lastDayFrom(TODAY))
                .contains(LocalDate.of(2026, 12, 31));
        assertThat(timeline.hasCode("2027-01-01")).isTrue();
        assertThat(timeline.beginsOn(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(timeline.beginsOn(LocalDate.of(2027, 1, 2))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01, true, true",
        "2027-02-01, true, false",
        "2027-04-01, true, true",
        "2027-10-01, true, true",
        "2027-01-02, false, false",
        "2027-03-31, false, false"
    })
    void firstDaysOfPeriods(LocalDate day, boolean ofMonth, boolean ofQuarter) {
        assertThat(FirstDays.OF_MONTHS.contain(day)).isEqualTo(ofMonth);
        assertThat(FirstDays.OF_QUARTERS.contain(day)).isEqualTo(ofQuarter);
    }

    /** Spans are named after their first day. */
    private static PolicyTimeline timeline(String spans) {
        if (spans.equals("none")) {
            return new PolicyTimeline(List.of());
        }
        return new PolicyTimeline(
                Arrays.stream(spans.split(" +")).map(PolicyTimelineTest::span).toList());
    }

    private static PolicySpan span(String text) {
        String[] days = text.split("\\.\\.");
        return new PolicySpan(
                days[0],
                LocalDate.parse(days[0]),
                days.length == 1 ? null : LocalDate.parse(days[1]));
    }
}
