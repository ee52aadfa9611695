package id.pkh.registry.notification.sending;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** For how long the oldest notification that was neither sent nor printed has been overdue. */
@Startup
@ApplicationScoped
class NotificationGauge {

    private static final String OLDEST_DUE =
            "SELECT due_by FROM notification WHERE state IN ('QUEUED', 'FAILED')"
                    + " ORDER BY due_by LIMIT 1";

    private final Database database;
    private final Clock clock;
    private final LastGaugeValue age;

    NotificationGauge(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.age = LastGaugeValue.of(meters, "notification_overdue_age_seconds");
    }

    @Scheduled(
            every = "30s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        age.read(this::seconds);
    }

    private long seconds() {
        return database.query(OLDEST_DUE, q -> q.mapTo(LocalDate.class).findFirst())
                .map(this::secondsSinceTheEndOf)
                .orElse(0L);
    }

    private long secondsSinceTheEndOf(LocalDate due) {
        Instant end = due.plusDays(1).atStartOfDay(BusinessDates.ZONE).toInstant();
        return Math.max(0, clock.instant().getEpochSecond() - end.getEpochSecond());
    }
}
