package id.pkh.platform.calendar;

import id.pkh.platform.calendar.CalendarPeriods.Length;
import id.pkh.platform.calendar.CalendarPeriods.Progress;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import org.jboss.logging.Logger;

/**
 * Starts the closing of each period that is due, one after the other: a period waits until the one
 * before it is closed. All instances look at the same row, and one of them deals with it.
 */
@ApplicationScoped
public class CloseOnSchedule {

    private static final Logger LOG = Logger.getLogger(CloseOnSchedule.class);

    private final CalendarPeriods periods;
    private final NextClosing next;
    private final Clock clock;

    CloseOnSchedule(CalendarPeriods periods, NextClosing next, Clock clock) {
        this.periods = periods;
        this.next = next;
        this.clock = clock;
    }

    @Scheduled(
            every = "${pkh.calendar.every}",
            delayed = "${pkh.calendar.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        handle();
    }

    /**
     * Starts what is due, and moves on behind what is closed. A period that is refused stays the
     * next one, and the alert about it fires.
     */
    public void handle() {
        try {
            boolean isClosed = true;
            while (isClosed) {
                isClosed = QuarkusTransaction.requiringNew().call(this::closeNext);
            }
        } catch (Refused refused) {
            LOG.warnf("the next period cannot be closed: %s", refused.getMessage());
        }
    }

    private boolean closeNext() {
        Instant now = clock.instant();
        Length length = periods.length();
        next.begin(length.periodOf(YearMonth.from(BusinessDates.on(now))), now);
        YearMonth period = next.lock().orElse(null);
        if (period == null || !isDue(period, now)) {
            return false;
        }
        if (periods.close(period) == Progress.UNDER_WAY) {
            return false;
        }
        next.moveTo(length.next(period), now);
        return true;
    }

    private boolean isDue(YearMonth period, Instant now) {
        return ClosingCalendar.of(period, next.calendars())
                .filter(calendar -> !now.isBefore(calendar.dueAt(periods.length().next(period))))
                .isPresent();
    }
}
