package id.pkh.verification.duty;

import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.web.BusinessDates;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Plans the work that is due. The same work is planned once over all instances, because a job of a
 * kind and a day exists once while it is unfinished.
 */
@ApplicationScoped
public class DailyDuties {

    private static final String SCHEDULE = "schedule";

    private final List<DutyWork> duties;
    private final Jobs jobs;
    private final Clock clock;

    DailyDuties(@All List<DutyWork> duties, Jobs jobs, Clock clock) {
        this.duties = duties;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(
            every = "${pkh.verification.duties.every}",
            delayed = "${pkh.verification.duties.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        Causation.root().run(this::plan);
    }

    /** Plans every duty for which something is due. */
    public void plan() {
        for (DutyWork duty : duties) {
            if (!duty.due(null, 1).isEmpty()) {
                String today = BusinessDates.today(clock).toString();
                QuarkusTransaction.requiringNew()
                        .run(() -> jobs.plan(new JobOrder(duty.kind(), today, "", null, SCHEDULE)));
            }
        }
    }
}
