package id.pkh.registry.dataupdate;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** How many data updates should have been decided by now. */
@Startup
@ApplicationScoped
class OverdueUpdateGauge {

    private final Database database;
    private final Clock clock;
    private final LastGaugeValue overdue;

    OverdueUpdateGauge(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.overdue = LastGaugeValue.of(meters, "data_updates_overdue");
    }

    @Scheduled(
            every = "60s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        overdue.read(
                () ->
                        database.query(
                                "SELECT count(*) FROM family_update"
                                        + " WHERE state = 'SUBMITTED' AND due_on < :today",
                                q ->
                                        q.bind("today", BusinessDates.today(clock))
                                                .mapTo(Long.class)
                                                .one()));
    }
}
