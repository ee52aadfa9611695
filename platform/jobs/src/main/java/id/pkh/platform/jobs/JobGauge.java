package id.pkh.platform.jobs;

import id.pkh.platform.persistence.DatabaseFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The time since the last movement of the job that has been still for longest; NaN while the
 * database is not available. One alert watches it for all kinds of work.
 */
@Startup
@ApplicationScoped
class JobGauge {

    private final JobRows rows;
    private volatile double seconds = Double.NaN;

    JobGauge(JobRows rows, MeterRegistry meters) {
        this.rows = rows;
        Gauge.builder("job_unmoved_age_seconds", () -> seconds).register(meters);
    }

    @Scheduled(every = "5s", delayed = "2s")
    void read() {
        try {
            seconds = rows.longestUnmovedSeconds();
        } catch (DatabaseFailure away) {
            seconds = Double.NaN;
            throw away;
        }
    }
}
