package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.exceptions.ReconciliationPolicies;
import id.pkh.disbursement.exceptions.domain.AnswerTimes;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.web.BusinessDates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Marks instructions as unknown when the bank has not responded in time. An officer asks the bank
 * about them, and no payment is tried again. A late report still counts.
 */
@ApplicationScoped
public class MarkOverdue {

    private static final int BATCHES_AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Batches batches;
    private final Jobs jobs;
    private final ReconciliationPolicies policies;
    private final DisbursementConfig config;
    private final Clock clock;

    MarkOverdue(
            Batches batches,
            Jobs jobs,
            ReconciliationPolicies policies,
            DisbursementConfig config,
            Clock clock) {
        this.batches = batches;
        this.jobs = jobs;
        this.policies = policies;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Waits a little for the work that it starts.
     *
     * @return the number of instructions that have become unknown meanwhile
     */
    public long handle(String requestedBy) {
        return handle(config.bank().answerWithin(), requestedBy);
    }

    /**
     * A bank may take {@code answerTime} to respond, or the days that the policy has for the bank.
     */
    long handle(Duration answerTime, String requestedBy) {
        Instant now = clock.instant();
        AnswerTimes times =
                new AnswerTimes(answerTime, policies.inForceOn(BusinessDates.on(now)).bankDays());
        List<Job> planned =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        batches.unanswered(times, now, BATCHES_AT_ONCE).stream()
                                                .map(batch -> plan(batch, requestedBy))
                                                .toList());
        long until = System.nanoTime() + PATIENCE.toNanos();
        return planned.stream()
                .map(job -> jobs.await(job.jobId(), Duration.ofNanos(until - System.nanoTime())))
                .mapToLong(Job::itemsDone)
                .sum();
    }

    private Job plan(Batch batch, String requestedBy) {
        return jobs.plan(OverdueWork.order(batch, requestedBy)).job();
    }
}
