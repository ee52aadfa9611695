package id.pkh.platform.jobs;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans long-running work, shows its progress, stops and resumes it. */
@ApplicationScoped
public class Jobs {

    private final JobRows rows;
    private final SetAsideRows setAside;
    private final JobRunner runner;
    private final JobWaits waits;
    private final Instance<JobOrigin> origin;
    private final TransactionSynchronizationRegistry transaction;

    Jobs(
            JobRows rows,
            SetAsideRows setAside,
            JobRunner runner,
            JobWaits waits,
            Instance<JobOrigin> origin,
            TransactionSynchronizationRegistry transaction) {
        this.rows = rows;
        this.setAside = setAside;
        this.runner = runner;
        this.waits = waits;
        this.origin = origin;
        this.transaction = transaction;
    }

    /** An item that failed by itself. The reason contains no values of rows. */
    public record SetAside(String item, String reason, Instant setAsideAt) {}

    /** A job, and whether this call planned it. */
    public record Planned(Job job, boolean isNew) {}

    /** Plans work under an id of its own. */
    @Transactional(TxType.MANDATORY)
    public Planned plan(JobOrder order) {
        return plan(UuidCreator.getTimeOrderedEpoch(), order);
    }

    /**
     * Plans work in the caller's transaction, and begins it once that has committed. While a job of
     * the kind and subject is unfinished, that one is returned instead.
     *
     * @param jobId chosen by the caller, so that what the work is about can have the same id
     */
    @Transactional(TxType.MANDATORY)
    public Planned plan(UUID jobId, JobOrder order) {
        runner.requireKind(order.kind());
        String act = origin.isResolvable() ? origin.get().current() : null;
        while (!rows.add(jobId, order, act)) {
            Optional<Job> known = rows.unfinished(order.kind(), order.subject());
            if (known.isPresent()) {
                return new Planned(known.get(), false);
            }
            // that job was finished just now, so a new one can be planned
        }
        wakeAfterCommit();
        return new Planned(rows.find(jobId).orElseThrow(), true);
    }

    public Optional<Job> find(UUID jobId) {
        return rows.find(jobId);
    }

    /** The unfinished job of a kind and subject. */
    public Optional<Job> unfinished(String kind, String subject) {
        return rows.unfinished(kind, subject);
    }

    /**
     * The latest jobs first.
     *
     * @param kind null for any
     * @param status null for any
     * @param before only those planned before this one; null for the latest
     */
    public List<Job> latest(String kind, Job.Status status, UUID before, int limit) {
        return rows.latest(kind, status, before, limit);
    }

    /** Items that were set aside, in their order. */
    public List<SetAside> setAside(UUID jobId, String after, int limit) {
        return setAside.list(jobId, after, limit);
    }

    /** Stops a job after its current chunk; false when there is nothing to stop. */
    @Transactional
    public boolean stop(UUID jobId, String by) {
        return rows.stop(jobId, by);
    }

    /** Resumes a job that was stopped or has failed; false when it is neither. */
    @Transactional
    public boolean resume(UUID jobId) {
        boolean resumed = rows.resume(jobId);
        if (resumed) {
            wakeAfterCommit();
        }
        return resumed;
    }

    /**
     * Resumes a job that has failed, and the one that it waits for if that has failed, because the
     * same thing was requested again. What a person stopped stays stopped.
     */
    @Transactional
    public void resumeFailed(UUID jobId) {
        if (rows.resumeFailed(jobId) > 0) {
            wakeAfterCommit();
        }
    }

    /**
     * Tries the items again that were set aside, one by one; an item that fails again stays set
     * aside.
     *
     * @return the number of items that were processed
     */
    @Transactional(TxType.NEVER)
    public long retrySetAside(UUID jobId) {
        return runner.retrySetAside(jobId);
    }

    /**
     * Waits a little for a job: one of a small area is done before its request is answered. A job
     * that waits for a failure to pass, or for a job that does not move, is not waited for. Not in
     * a transaction, for the job is not seen before it is committed.
     *
     * @return the progress of the job
     */
    @Transactional(TxType.NEVER)
    public Job await(UUID jobId, Duration atMost) {
        waits.await(jobId, atMost);
        return QuarkusTransaction.requiringNew().call(() -> rows.find(jobId).orElseThrow());
    }

    private void wakeAfterCommit() {
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            runner.wake();
                        }
                    }
                });
    }
}
