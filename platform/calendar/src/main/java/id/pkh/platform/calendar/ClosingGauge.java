package id.pkh.platform.calendar;

import id.pkh.platform.persistence.DatabaseFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * For how long the next period has been late: past its day and grace, and not closed. 0 when it is
 * not; NaN while the database is not available.
 */
@Startup
@ApplicationScoped
class ClosingGauge {

    private final CalendarPeriods periods;
    private final NextClosing next;
    private final Clock clock;
    private volatile double overdueSeconds = Double.NaN;

    ClosingGauge(CalendarPeriods periods, NextClosing next, Clock clock, MeterRegistry meters) {
        this.periods = periods;
        this.next = next;
        this.clock = clock;
        Gauge.builder("period_closing_overdue_seconds", () -> overdueSeconds)
                .tag("kind", periods.policyKind())
                .register(meters);
    }

    @Scheduled(every = "60s", delayed = "2s")
    void read() {
        try {
            overdueSeconds = overdueSeconds(next.find(), clock.instant());
        } catch (DatabaseFailure away) {
            overdueSeconds = Double.NaN;
            throw away;
        }
    }

    private double overdueSeconds(Optional<YearMonth> period, Instant now) {
        return period.flatMap(first -> lateAt(first))
                .map(late -> Math.max(0.0, Duration.between(late, now).toMillis() / 1000.0))
                .orElse(0.0);
    }

    private Optional<Instant> lateAt(YearMonth period) {
        return ClosingCalendar.of(period, next.calendars())
                .map(calendar -> calendar.lateAt(periods.length().next(period)));
    }
}
