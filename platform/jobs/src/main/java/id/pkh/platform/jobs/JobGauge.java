package id.pkh.platform.jobs;

import id.pkh.platform.jobs.JobRows.Ages;
import id.pkh.platform.persistence.DatabaseFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The longest time for which a job has not moved although it should, and for which a job has been
 * stopped; NaN while the database is not available. One alert for each watches all kinds of work.
 */
@Startup
@ApplicationScoped
class JobGauge {

    private static final Ages NOT_KNOWN = new Ages(Double.NaN, Double.NaN);

    private final JobRows rows;
    private final List<String> endedWhenStopped;
    private volatile Ages ages = NOT_KNOWN;

    JobGauge(JobRows rows, @All List<JobWork<?>> works, MeterRegistry meters) {
        this.rows = rows;
        this.endedWhenStopped =
                works.stream().filter(JobWork::endsWhenStopped).map(JobWork::kind).toList();
        Gauge.builder("job_unmoved_age_seconds", () -> ages.unmoved()).register(meters);
        Gauge.builder("job_stopped_age_seconds", () -> ages.stopped()).register(meters);
    }

    @Scheduled(every = "5s", delayed = "2s")
    void read() {
        try {
            ages = rows.ages(endedWhenStopped);
        } catch (DatabaseFailure away) {
            ages = NOT_KNOWN;
            throw away;
        }
    }
}
