package id.pkh.platform.statistics;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.Jobs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has the statistics made, every night and on request. Of all instances that ask, one job comes.
 */
@ApplicationScoped
public class MakeStatistics {

    private static final String ASKED_BY = "schedule";

    private final Jobs jobs;
    private final StatisticSource source;

    MakeStatistics(Jobs jobs, StatisticSource source) {
        this.jobs = jobs;
        this.source = source;
    }

    @Scheduled(
            cron = "${pkh.statistics.nightly}",
            timeZone = "Asia/Jakarta",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        source.ofTheNight().forEach(period -> plan(period, ASKED_BY));
    }

    /** Returns the job that makes the statistics, which may be under way already. */
    Job plan(String period, String by) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                jobs.plan(
                                                new JobOrder(
                                                        KeepStatistics.KIND,
                                                        period,
                                                        period,
                                                        null,
                                                        by))
                                        .job());
    }
}
