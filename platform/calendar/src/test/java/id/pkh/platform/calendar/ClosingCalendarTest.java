package id.pkh.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.calendar.CalendarPeriods.Length;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingCalendarTest {

    private static ClosingCalendar on(int day, int hour, String zone) {
        return new ClosingCalendar("C", LocalDate.of(2026, 1, 1), day, hour, zone, 24);
    }

    /** Noon in the three zones of the country is at three moments. */
    @ParameterizedTest
    @CsvSource({
        "5, 0, Asia/Jakarta, 2026-12-04T17:00:00Z",
        "5, 12, Asia/Jakarta, 2026-12-05T05:00:00Z",
        "5, 12, Asia/Makassar, 2026-12-05T04:00:00Z",
        "5, 12, Asia/Jayapura, 2026-12-05T03:00:00Z",
        "28, 23, Asia/Jakarta, 2026-12-28T16:00:00Z",
    })
    void aPeriodIsDueOnADayOfTheFollowingMonthInTheZoneOfThePolicy(
            int day, int hour, String zone, Instant due) {
        ClosingCalendar calendar = on(day, hour, zone);
        assertThat(calendar.dueAt(YearMonth.of(2026, 12))).isEqualTo(due);
        assertThat(calendar.lateAt(YearMonth.of(2026, 12))).isEqualTo(due.plusSeconds(86_400));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, Asia/Jakarta, false",
        "1, 0, Asia/Makassar, true",
        "1, 1, Asia/Makassar, false",
        "1, 1, Asia/Jayapura, true",
        "1, 2, Asia/Jayapura, false",
        "2, 0, Asia/Jayapura, false",
    })
    void noPeriodIsClosedBeforeItIsOverInJakarta(int day, int hour, String zone, boolean isBefore) {
        assertThat(on(day, hour, zone).isBeforeEndOfPeriod()).isEqualTo(isBefore);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12, ",
        "2026-01, FIRST",
        "2026-03, FIRST",
        "2026-04, SECOND",
        "2027-01, SECOND"
    })
    void aVersionAppliesToPeriodsThatBeginOnItsFirstDayOrLater(YearMonth month, String code) {
        List<ClosingCalendar> versions = List.of(version("SECOND", 4), version("FIRST", 1));
        assertThat(ClosingCalendar.of(month, versions).map(ClosingCalendar::policyCode))
                .isEqualTo(java.util.Optional.ofNullable(code));
    }

    private static ClosingCalendar version(String code, int month) {
        return new ClosingCalendar(code, LocalDate.of(2026, month, 1), 5, 0, "Asia/Jakarta", 24);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-05, 2026-05, 2026-06",
        "MONTH, 2026-12, 2026-12, 2027-01",
        "QUARTER, 2026-04, 2026-04, 2026-07",
        "QUARTER, 2026-06, 2026-04, 2026-07",
        "QUARTER, 2026-12, 2026-10, 2027-01"
    })
    void aPeriodBeginsWithItsFirstMonth(
            Length length, YearMonth month, YearMonth first, YearMonth next) {
        assertThat(length.periodOf(month)).isEqualTo(first);
        assertThat(length.next(first)).isEqualTo(next);
    }

    @Test
    void whatAnOfficerEntersIsTheCalendar() {
        ClosingCalendarDocument entered =
                new ClosingCalendarDocument(
                        "C", LocalDate.of(2026, 1, 1), "a decree", 5, 6, "Asia/Makassar", 24);
        assertThat(entered.calendar()).isEqualTo(on(5, 6, "Asia/Makassar"));
    }
}
