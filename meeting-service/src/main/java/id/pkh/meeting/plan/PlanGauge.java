package id.pkh.meeting.plan;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** How long ago the last plan was made wholly: a day that is left out makes no noise by itself. */
@Startup
@ApplicationScoped
class PlanGauge {

    /**
     * A job that is not there any more was done long ago. A first plan that fails counts as well.
     */
    private static final String AGE =
            "SELECT coalesce(:today - max(r.run_on) FILTER (WHERE coalesce(j.status, 'DONE') = 'DONE'),"
                    + " :today - min(r.run_on) + 1, 0) FROM plan_run r LEFT JOIN job j ON j.job_id = r.job_id";

    private final Database database;
    private final Clock clock;
    private final LastGaugeValue age;

    PlanGauge(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.age = LastGaugeValue.of(meters, "plan_run_age_days");
    }

    @Scheduled(
            every = "5m",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        age.read(this::days);
    }

    long days() {
        return database.query(
                AGE, q -> q.bind("today", BusinessDates.today(clock)).mapTo(Long.class).one());
    }
}
