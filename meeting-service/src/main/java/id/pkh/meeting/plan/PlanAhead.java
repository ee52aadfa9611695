package id.pkh.meeting.plan;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.DatabaseFailure;
import id.pkh.platform.web.BusinessDates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Starts the planning of a day, once over all instances: the row of the day belongs to the instance
 * that wrote it first.
 */
@ApplicationScoped
class PlanAhead {

    private static final Logger LOG = Logger.getLogger(PlanAhead.class);

    private final Jobs jobs;
    private final Database database;
    private final Clock clock;

    PlanAhead(Jobs jobs, Database database, Clock clock) {
        this.jobs = jobs;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            every = "${pkh.meeting.plan.every}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        try {
            handle();
        } catch (DatabaseFailure away) {
            LOG.warnf("nothing is planned until the database responds: %s", away.getMessage());
        }
    }

    void handle() {
        QuarkusTransaction.requiringNew().run(this::startOnce);
    }

    private void startOnce() {
        LocalDate today = BusinessDates.today(clock);
        UUID jobId = UuidCreator.getTimeOrderedEpoch();
        int isFirst =
                database.update(
                        "INSERT INTO plan_run (run_on, job_id) VALUES (:day, :job) ON CONFLICT DO NOTHING",
                        u -> u.bind("day", today).bind("job", jobId));
        if (isFirst == 1) {
            jobs.plan(jobId, PlanAheadWork.order(today));
        }
    }
}
