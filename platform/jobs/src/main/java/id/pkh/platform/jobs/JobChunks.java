package id.pkh.platform.jobs;

import id.pkh.platform.persistence.SqlState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
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
        return next(jobId, owner, work, limit, new AtomicReference<>());
    }

    /**
     * @param first is set to the text of the chunk's first item, also when the chunk fails
     */
    private <T> boolean next(
            UUID jobId, String owner, JobWork<T> work, int limit, AtomicReference<String> first) {
        for (int tries = 1; ; tries++) {
            try {
                return inTransaction(() -> chunk(jobId, owner, work, limit, first));
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

    private <T> boolean chunk(
            UUID jobId, String owner, JobWork<T> work, int limit, AtomicReference<String> first) {
        first.set(null);
        Job job = rows.lock(jobId, owner).orElse(null);
        if (job == null) {
            return false; // the job was stopped, or another instance owns it
        }
        List<T> items = work.next(job, checkpoint(job, work), limit);
        first.set(firstOf(items, work));
        if (items.isEmpty()) {
            rows.finish(jobId);
            asConsequence(job, () -> work.finish(job));
            return false;
        }
        asConsequence(job, () -> work.apply(job, items));
        advance(jobId, work, items);
        return true;
    }

    Optional<Job> find(UUID jobId) {
        return QuarkusTransaction.requiringNew().call(() -> rows.find(jobId));
    }

    /** The items after another one, for a chunk that may begin before that one is committed. */
    <T> List<T> after(UUID jobId, Optional<T> last, JobWork<T> work) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            Job job = rows.find(jobId).orElseThrow();
                            return work.next(job, last, work.chunkItems());
                        });
    }

    /**
     * Processes items while earlier ones are being processed. The transaction locks the job's row
     * at its end only, and commits if the checkpoint is then the one that it builds on.
     *
     * @param before that checkpoint; null at the beginning
     * @param earlier returns when the items before are committed, and throws when they are not
     */
    <T> void overlapping(
            UUID jobId,
            String owner,
            JobWork<T> work,
            String before,
            List<T> items,
            Runnable earlier) {
        inTransaction(
                () -> {
                    Job job = rows.find(jobId).orElseThrow();
                    AtomicReference<Runnable> rest = new AtomicReference<>();
                    asConsequence(job, () -> rest.set(work.begin(job, items)));
                    earlier.run();
                    rows.lock(jobId, owner)
                            .filter(locked -> Objects.equals(locked.checkpoint(), before))
                            .orElseThrow(() -> new IllegalStateException("out of turn"));
                    asConsequence(job, rest.get());
                    advance(jobId, work, items);
                    return true;
                });
    }

    private <T> void advance(UUID jobId, JobWork<T> work, List<T> items) {
        String last = work.textOf(items.get(items.size() - 1));
        rows.advance(jobId, last, items.size(), 0, config.lease());
        dealtWith(work).increment(items.size());
    }

    /**
     * Tries the items of a failed chunk in smaller chunks, until one succeeds or the item is found
     * that fails by itself. The work settles that item, or else it is set aside if the work allows
     * it; otherwise the job has failed.
     *
     * @param limit of the chunk that failed
     * @return whether the job can be continued
     */
    <T> boolean narrowDown(UUID jobId, String owner, JobWork<T> work, int limit) {
        AtomicReference<String> first = new AtomicReference<>();
        int narrowed = Math.max(1, limit / NARROWER);
        int tries = limit == 1 ? 1 : 0;
        while (true) {
            try {
                return next(jobId, owner, work, narrowed, first);
            } catch (RuntimeException failed) {
                if (SqlState.isWorthAnotherTry(failed)) {
                    throw failed;
                }
                if (narrowed > 1) {
                    narrowed = Math.max(1, narrowed / NARROWER);
                } else if (++tries == TRIES_OF_ONE_ITEM) {
                    return giveUp(jobId, owner, work, first.get(), failed);
                }
            }
        }
    }

    /**
     * The number of items to try after a chunk that succeeded: back to the full number in steps.
     */
    static int widened(int limit, JobWork<?> work) {
        return Math.min(work.chunkItems(), limit * NARROWER);
    }

    /**
     * @param failedItem null when the failure is not that of an item
     */
    private <T> boolean giveUp(
            UUID jobId,
            String owner,
            JobWork<T> work,
            String failedItem,
            RuntimeException failure) {
        return inTransaction(
                () -> {
                    Job job = rows.lock(jobId, owner).orElse(null);
                    if (job == null) {
                        return false;
                    }
                    List<T> item = work.next(job, checkpoint(job, work), 1);
                    if (!Objects.equals(failedItem, firstOf(item, work))) {
                        return true; // what failed is not the next item any more
                    }
                    return item.isEmpty()
                            ? failed(job, owner, failure)
                            : leaveOut(job, owner, work, item.get(0), failure);
                });
    }

    private <T> boolean leaveOut(
            Job job, String owner, JobWork<T> work, T item, RuntimeException failure) {
        String text = work.textOf(item);
        boolean[] settled = new boolean[1];
        asConsequence(job, () -> settled[0] = work.settle(job, item, failure));
        if (settled[0]) {
            rows.advance(job.jobId(), text, 1, 0, config.lease());
            dealtWith(work).increment();
            return true;
        }
        if (!work.maySetAside()) {
            return failed(job, owner, failure);
        }
        LOG.errorf(failure, "job %s (%s): %s is set aside", job.jobId(), job.kind(), text);
        setAside.add(job.jobId(), text, JobFailure.textOf(failure));
        rows.advance(job.jobId(), text, 0, 1, config.lease());
        setAside(work).increment();
        return true;
    }

    private boolean failed(Job job, String owner, RuntimeException failure) {
        LOG.errorf(failure, "job %s (%s) has failed", job.jobId(), job.kind());
        rows.fail(job.jobId(), owner, JobFailure.textOf(failure));
        return false;
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

    private static <T> String firstOf(List<T> items, JobWork<T> work) {
        return items.isEmpty() ? null : work.textOf(items.get(0));
    }

    static <T> Optional<T> checkpoint(Job job, JobWork<T> work) {
        return Optional.ofNullable(job.checkpoint()).map(work::itemOf);
    }

    private void asConsequence(Job job, Runnable work) {
        if (origin.isResolvable() && job.origin() != null) {
            origin.get().run(job.origin(), work);
        } else {
            work.run();
        }
    }

    private boolean inTransaction(Callable<Boolean> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) config.chunkTimeout().toSeconds())
                .call(work);
    }
}
