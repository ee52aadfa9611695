package id.pkh.platform.figures;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.web.BusinessDates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;

/**
 * Has the sums made, every night those of the present month, and of the three before it, in which
 * records are still corrected and forms of the quarter arrive. Of all instances that ask, one job
 * comes.
 */
@ApplicationScoped
public class MakeSums {

    private static final int MONTHS_BEFORE = 3;
    private static final String ASKED_BY = "schedule";

    private final Jobs jobs;
    private final Clock clock;

    MakeSums(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(
            cron = "${pkh.figures.nightly}",
            timeZone = "Asia/Jakarta",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        handle();
    }

    /** Plans the sums of the night. */
    public void handle() {
        YearMonth present = YearMonth.from(BusinessDates.today(clock));
        for (int before = MONTHS_BEFORE; before >= 0; before--) {
            plan(present.minusMonths(before), ASKED_BY);
        }
    }

    /** Returns the job that makes the sums, which may be under way already. */
    Job plan(YearMonth month, String by) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                jobs.plan(
                                                new JobOrder(
                                                        KeepSums.KIND,
                                                        month.toString(),
                                                        month.toString(),
                                                        null,
                                                        by))
                                        .job());
    }
}
