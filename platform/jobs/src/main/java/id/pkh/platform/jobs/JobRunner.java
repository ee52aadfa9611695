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
 * Runs jobs: takes a job without an owner, runs chunks for one turn, and gives the job back, so
 * that a short job does not wait for a long one. The lease is renewed with every chunk and keeps
 * other instances away. When the owner dies, another instance continues behind the last checkpoint.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int SET_ASIDE_PAGE = 100;

    private final JobRows rows;
    private final SetAsideRows setAside;
    private final JobChunks chunks;
    private final OverlappingChunks overlapping;
    private final JobWaits waits;
    private final JobsConfig config;
    private final Map<String, JobWork<?>> works = new TreeMap<>();
    private final String owner = UUID.randomUUID().toString();
    private final ScheduledExecutorService workers;
    private volatile boolean stopping;

    JobRunner(
            JobRows rows,
            SetAsideRows setAside,
            JobChunks chunks,
            OverlappingChunks overlapping,
            JobWaits waits,
            @All List<JobWork<?>> works,
            JobsConfig config) {
        this.rows = rows;
        this.setAside = setAside;
        this.chunks = chunks;
        this.overlapping = overlapping;
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
            // an exception would end the schedule; an interrupted job is resumed after its lease
            // ends
            LOG.warnf("jobs will be searched again later: %s", JobFailure.textOf(failed));
        }
    }

    private void turn(UUID jobId) {
        try {
            runChunks(jobId, workOf(jobId), System.nanoTime() + config.turn().toNanos());
            QuarkusTransaction.requiringNew().run(() -> rows.release(jobId, owner));
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "job %s waits after a temporary failure: %s", jobId, JobFailure.textOf(failed));
            postpone(jobId, failed);
        }
        waits.signalMoved();
    }

    /**
     * Runs chunks until the end of the turn. After a failure the next chunks are small at first, so
     * that many failing items in a row do not each cost the work of a full chunk.
     */
    private void runChunks(UUID jobId, JobWork<?> work, long until) {
        int limit = work.chunkItems();
        boolean more = true;
        while (more && !stopping && System.nanoTime() < until) {
            try {
                more =
                        work.mayOverlap() && limit == work.chunkItems()
                                ? overlapping.run(
                                        jobId,
                                        owner,
                                        work,
                                        () -> !stopping && System.nanoTime() < until)
                                : chunks.next(jobId, owner, work, limit);
                limit = JobChunks.widened(limit, work);
            } catch (RuntimeException failed) {
                if (SqlState.isWorthAnotherTry(failed)) {
                    throw failed;
                }
                LOG.warnf("job %s: a chunk failed: %s", jobId, JobFailure.textOf(failed));
                more = chunks.narrowDown(jobId, owner, work, limit);
                limit = 1;
            }
            waits.signalMoved();
        }
    }

    private JobWork<?> workOf(UUID jobId) {
        Job job = QuarkusTransaction.requiringNew().call(() -> rows.find(jobId).orElseThrow());
        return works.get(job.kind());
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
                .call(() -> setAside.list(jobId, after, SET_ASIDE_PAGE));
    }
}
