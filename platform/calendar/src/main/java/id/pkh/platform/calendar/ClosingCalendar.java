package id.pkh.platform.calendar;

import id.pkh.platform.web.BusinessDates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When the periods are closed that begin on the first day of this version or later.
 *
 * @param dayOfMonth in the month that follows the period
 * @param zone one of the three of the country
 * @param graceHours after which a closing that is not finished is late
 */
record ClosingCalendar(
        String policyCode,
        LocalDate validFrom,
        int dayOfMonth,
        int atHour,
        String zone,
        int graceHours) {

    /** The version that applies to a period: the latest that began on its first day or before. */
    static Optional<ClosingCalendar> of(YearMonth firstMonth, List<ClosingCalendar> versions) {
        return versions.stream()
                .filter(version -> !version.validFrom().isAfter(firstMonth.atDay(1)))
                .max(Comparator.comparing(ClosingCalendar::validFrom));
    }

    /**
     * @param following the month that follows the period
     */
    Instant dueAt(YearMonth following) {
        return following.atDay(dayOfMonth).atTime(atHour, 0).atZone(ZoneId.of(zone)).toInstant();
    }

    Instant lateAt(YearMonth following) {
        return dueAt(following).plus(Duration.ofHours(graceHours));
    }

    /** Whether a period would be closed on its last day, which ends in Jakarta. */
    boolean isBeforeEndOfPeriod() {
        YearMonth following = YearMonth.of(2026, 1);
        return dueAt(following)
                .isBefore(following.atDay(1).atStartOfDay(BusinessDates.ZONE).toInstant());
    }
}
