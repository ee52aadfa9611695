package id.pkh.registry.complaint;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * How many complaints are late: at the ministry, above which there is no level, or not escalated.
 */
@Startup
@ApplicationScoped
class LateComplaintGauge {

    private final Database database;
    private final Clock clock;
    private final LastGaugeValue late;

    LateComplaintGauge(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.late = LastGaugeValue.of(meters, "complaints_overdue");
    }

    @Scheduled(
            every = "60s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        late.read(
                () ->
                        database.query(
                                "SELECT count(*) FROM complaint WHERE due_on < :today"
                                        + " AND state IN ('OPEN', 'IN_PROGRESS', 'FOLLOWED_UP')",
                                q ->
                                        q.bind("today", BusinessDates.today(clock))
                                                .mapTo(Long.class)
                                                .one()));
    }
}
