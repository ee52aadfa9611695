package id.pkh.platform.calendar;

import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** When periods are closed, for what people see of them. */
@ApplicationScoped
public class ClosingDays {

    private final CalendarPeriods periods;
    private final NextClosing next;
    private final Clock clock;

    ClosingDays(CalendarPeriods periods, NextClosing next, Clock clock) {
        this.periods = periods;
        this.next = next;
        this.clock = clock;
    }

    /** The period that the calendar closes next, by its first month. */
    public YearMonth comingPeriod() {
        Instant now = clock.instant();
        YearMonth current = periods.length().periodOf(YearMonth.from(BusinessDates.on(now)));
        YearMonth last = periods.length().previous(current);
        return closesAt(last).filter(now::isBefore).isPresent() ? last : current;
    }

    /** When a period is closed unless it is closed before; empty when no calendar applies. */
    public Optional<Instant> closesAt(YearMonth firstMonth) {
        return ClosingCalendar.of(firstMonth, next.calendars())
                .map(calendar -> calendar.dueAt(periods.length().next(firstMonth)));
    }
}
