package id.pkh.platform.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** When periods are closed, for what people see of them. */
@ApplicationScoped
public class ClosingDays {

    private final CalendarPeriods periods;
    private final NextClosing next;

    ClosingDays(CalendarPeriods periods, NextClosing next) {
        this.periods = periods;
        this.next = next;
    }

    /** When a period is closed unless it is closed before; empty when no calendar applies. */
    public Optional<Instant> closesAt(YearMonth firstMonth) {
        return ClosingCalendar.of(firstMonth, next.calendars())
                .map(calendar -> calendar.dueAt(periods.length().next(firstMonth)));
    }
}
