package id.pkh.meeting.plan.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * A day of each month: the same number, or the same weekday of the same week.
 *
 * @param dayOfMonth 1 to 28; null when week and weekday say it
 * @param week 1 to 4; the first week is the one of the first such weekday
 */
public record DayRule(Integer dayOfMonth, Integer week, DayOfWeek weekday) {

    public static DayRule dayOfMonth(int day) {
        return new DayRule(day, null, null);
    }

    public static DayRule weekday(int week, DayOfWeek weekday) {
        return new DayRule(null, week, weekday);
    }

    /** Whether it says exactly one of the two. */
    public boolean isPossible() {
        return dayOfMonth == null
                ? week != null && weekday != null
                : week == null && weekday == null;
    }

    public LocalDate in(YearMonth month) {
        return dayOfMonth == null
                ? month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(week, weekday))
                : month.atDay(dayOfMonth);
    }
}
