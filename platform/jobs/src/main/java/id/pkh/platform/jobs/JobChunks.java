package id.pkh.platform.jobs;

import id.pkh.platform.persistence.SqlState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Runs one chunk of a job: items, effects and checkpoint in one transaction. */
@ApplicationScoped
class JobChunks {

    private static final Logger LOG = Logger.getLogger(JobChunks.class);
    private static final int TRIES_AFTER_COLLISION = 5;
    private static final int TRIES_OF_ONE_ITEM = 3;
    private static final int NARROWER = 4;

    private final JobRows rows;
    private final SetAsideRows setAside;
    private final JobsConfig config;
    private final Instance<JobOrigin> origin;
    private final MeterRegistry meters;

    JobChunks(
            JobRows rows,
            SetAsideRows setAside,
            JobsConfig config,
            Instance<JobOrigin> origin,
            MeterRegistry meters) {
        this.rows = rows;
        this.setAside = setAside;
        this.config = config;
        this.origin = origin;
        this.meters = meters;
    }

    /**
     * Processes the next items; after a collision with another transaction it tries again at once.
     *
     * @return whether there may be more to do for this owner
     */
    <T> boolean next(UUID jobId, String owner, JobWork<T> work, int limit) {
        for (int tries = 1; ; tries++) {
            try {
                return inTransaction(() -> chunk(jobId, owner, work, limit));
            } catch (RuntimeException failed) {
                boolean collided =
                        SqlState.of(failed)
                                .map(state -> state.kind() == SqlState.Kind.COLLISION)
                                .orElse(false);
                if (!collided || tries == TRIES_AFTER_COLLISION) {
                    throw failed;
                }
            }
        }
    }

    private <T> boolean chunk(UUID jobId, String owner, JobWork<T> work, int limit) {
        Job job = rows.lock(jobId, owner).orElse(null);
        if (job == null) {
            return false; // the job was stopped, or another instance owns it
        }
        List<T> items = work.next(job, checkpoint(job, work), limit);
        if (items.isEmpty()) {
            asConsequence(job, () -> work.finish(job));
            rows.finish(jobId);
            return false;
        }
        asConsequence(job, () -> work.apply(job, items));
        String last = work.textOf(items.get(items.size() - 1));
        rows.advance(jobId, last, items.size(), 0, config.lease());
        dealtWith(work).increment(items.size());
        return true;
    }

    /**
     * Tries the items of a failed chunk in smaller chunks, until the item that fails by itself is
     * found. If the work allows it, that item is set aside; otherwise the job has failed.
     *
     * @return whether the job can be continued
     */
    <T> boolean narrowDown(UUID jobId, String owner, JobWork<T> work) {
        int limit = Math.max(1, work.chunkItems() / NARROWER);
        int tries = 0;
        while (true) {
            try {
                return next(jobId, owner, work, limit);
            } catch (RuntimeException failed) {
                if (SqlState.isWorthAnotherTry(failed)) {
                    throw failed;
                }
                if (limit > 1) {
                    limit = Math.max(1, limit / NARROWER);
                } else if (++tries == TRIES_OF_ONE_ITEM) {
                    return giveUp(jobId, owner, work, failed);
                }
            }
        }
    }

    private <T> boolean giveUp(
            UUID jobId, String owner, JobWork<T> work, RuntimeException failure) {
        String reason = JobFailure.textOf(failure);
        return inTransaction(
                () -> {
                    Job job = rows.lock(jobId, owner).orElse(null);
                    if (job == null) {
                        return false;
                    }
                    List<T> item = work.next(job, checkpoint(job, work), 1);
                    if (item.isEmpty() || !work.maySetAside()) {
                        LOG.errorf(failure, "job %s (%s) has failed", jobId, job.kind());
                        rows.fail(jobId, owner, reason);
                        return false;
                    }
                    String text = work.textOf(item.get(0));
                    LOG.errorf(failure, "job %s (%s): %s is set aside", jobId, job.kind(), text);
                    setAside.add(jobId, text, reason);
                    rows.advance(jobId, text, 0, 1, config.lease());
                    setAside(work).increment();
                    return true;
                });
    }

    /**
     * Processes an item that was set aside; false when it fails again or another call is processing
     * it.
     */
    <T> boolean retry(UUID jobId, JobWork<T> work, String item) {
        try {
            return inTransaction(
                    () -> {
                        Job job = rows.find(jobId).orElseThrow();
                        if (!setAside.takeBack(jobId, item)) {
                            return false;
                        }
                        asConsequence(job, () -> work.apply(job, List.of(work.itemOf(item))));
                        return true;
                    });
        } catch (RuntimeException again) {
            LOG.errorf(again, "job %s (%s): %s stays set aside", jobId, work.kind(), item);
            return false;
        }
    }

    /** Registers the counters of a kind from the start, with 0. */
    void count(JobWork<?> work) {
        dealtWith(work);
        setAside(work);
    }

    private Counter dealtWith(JobWork<?> work) {
        return meters.counter("job_items_total", "kind", work.kind());
    }

    private Counter setAside(JobWork<?> work) {
        return meters.counter("job_items_set_aside_total", "kind", work.kind());
    }

    private static <T> Optional<T> checkpoint(Job job, JobWork<T> work) {
        return Optional.ofNullable(job.checkpoint()).map(work::itemOf);
    }

    private void asConsequence(Job job, Runnable work) {
        if (origin.isResolvable() && job.origin() != null) {
            origin.get().run(job.origin(), work);
        } else {
            work.run();
        }
    }

    private boolean inTransaction(java.util.concurrent.Callable<Boolean> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) config.chunkTimeout().toSeconds())
                .call(work);
    }
}
