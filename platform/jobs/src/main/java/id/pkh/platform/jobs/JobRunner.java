package id.pkh.platform.jobs;

import id.pkh.platform.persistence.SqlState;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works on jobs: takes one that nobody works on, runs chunks for a turn, and gives it back so that
 * a short job does not wait for a long one. A lease that is renewed with every chunk keeps others
 * away; when its owner dies, another instance continues behind the last checkpoint.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int SET_ASIDE_PAGE = 100;

    private final JobRows rows;
    private final JobChunks chunks;
    private final JobWaits waits;
    private final JobsConfig config;
    private final Map<String, JobWork<?>> works = new TreeMap<>();
    private final String owner = UUID.randomUUID().toString();
    private final ScheduledExecutorService workers;
    private volatile boolean stopping;

    JobRunner(
            JobRows rows,
            JobChunks chunks,
            JobWaits waits,
            @All List<JobWork<?>> works,
            JobsConfig config) {
        this.rows = rows;
        this.chunks = chunks;
        this.waits = waits;
        this.config = config;
        for (JobWork<?> work : works) {
            if (this.works.put(work.kind(), work) != null) {
                throw new IllegalStateException("two kinds of work are named " + work.kind());
            }
        }
        this.workers = Executors.newScheduledThreadPool(config.workers());
    }

    void start(@Observes StartupEvent event) {
        if (works.isEmpty()) {
            return;
        }
        works.values().forEach(chunks::count);
        for (int i = 0; i < config.workers(); i++) {
            workers.scheduleWithFixedDelay(
                    this::workWhileThereIsAny,
                    config.poll().toMillis(),
                    config.poll().toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        workers.shutdown();
        workers.awaitTermination(10, TimeUnit.SECONDS);
    }

    void requireKind(String kind) {
        if (!works.containsKey(kind)) {
            throw new IllegalArgumentException("no work is of the kind " + kind);
        }
    }

    /** Looks for jobs at once. */
    void wake() {
        try {
            workers.execute(this::workWhileThereIsAny);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("the instance is stopping; another one takes the job");
        }
    }

    void workWhileThereIsAny() {
        try {
            boolean more = true;
            while (more && !stopping) {
                Optional<UUID> job =
                        QuarkusTransaction.requiringNew()
                                .call(() -> rows.claim(owner, works.keySet(), config.lease()));
                job.ifPresent(this::turn);
                more = job.isPresent();
            }
        } catch (RuntimeException failed) {
            // an exception would end the schedule; whatever was at work is resumed after its lease
            LOG.warnf("jobs are looked for again later: %s", JobFailure.textOf(failed));
        }
    }

    private void turn(UUID jobId) {
        long until = System.nanoTime() + config.turn().toNanos();
        JobWork<?> work = null;
        try {
            boolean more = true;
            int limit = 0;
            while (more && !stopping && System.nanoTime() < until) {
                if (work == null) {
                    work = workOf(jobId);
                    limit = work.chunkItems();
                }
                more = chunks.next(jobId, owner, work, limit);
                waits.signalMoved();
            }
            QuarkusTransaction.requiringNew().run(() -> rows.release(jobId, owner));
        } catch (RuntimeException failed) {
            chunkFailed(jobId, work, failed);
        }
        waits.signalMoved();
    }

    private JobWork<?> workOf(UUID jobId) {
        Job job = QuarkusTransaction.requiringNew().call(() -> rows.find(jobId).orElseThrow());
        return works.get(job.kind());
    }

    /** What passes is waited for; what does not is narrowed down to the item that fails. */
    private void chunkFailed(UUID jobId, JobWork<?> work, RuntimeException failed) {
        if (work == null || SqlState.isWorthAnotherTry(failed)) {
            LOG.warnf("job %s waits for a failure to pass: %s", jobId, JobFailure.textOf(failed));
            postpone(jobId, failed);
            return;
        }
        LOG.warnf("job %s: a chunk failed: %s", jobId, JobFailure.textOf(failed));
        try {
            if (chunks.narrowDown(jobId, owner, work)) {
                QuarkusTransaction.requiringNew().run(() -> rows.release(jobId, owner));
            }
        } catch (RuntimeException again) {
            LOG.warnf("job %s is tried again: %s", jobId, JobFailure.textOf(again));
            postpone(jobId, again);
        }
    }

    private void postpone(UUID jobId, RuntimeException failed) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                rows.postpone(
                                        jobId,
                                        owner,
                                        JobFailure.textOf(failed),
                                        config.longestPause()));
    }

    long retrySetAside(UUID jobId) {
        JobWork<?> work = workOf(jobId);
        long dealtWith = 0;
        String after = "";
        List<Jobs.SetAside> page = page(jobId, after);
        while (!page.isEmpty()) {
            for (Jobs.SetAside item : page) {
                after = item.item();
                dealtWith += chunks.retry(jobId, work, item.item()) ? 1 : 0;
            }
            page = page(jobId, after);
        }
        return dealtWith;
    }

    private List<Jobs.SetAside> page(UUID jobId, String after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.setAside(jobId, after, SET_ASIDE_PAGE));
    }
}
