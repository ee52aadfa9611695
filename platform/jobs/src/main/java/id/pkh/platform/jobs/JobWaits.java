package id.pkh.platform.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Lets requests wait for jobs that this or another instance works on. */
@ApplicationScoped
class JobWaits {

    /** Another instance may work on the job, and does not signal here. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(250).toNanos();

    private final JobRows rows;
    private final Lock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long moves;

    JobWaits(JobRows rows) {
        this.rows = rows;
    }

    /** A job of this instance has moved. */
    void signalMoved() {
        lock.lock();
        try {
            moves++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when the job has ended, when it waits for a failure to pass or for a job that does
     * not move, or after this time.
     */
    void await(UUID jobId, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        try {
            long seen = awaitMove(-1, until);
            while (isUnderWay(jobId) && System.nanoTime() < until) {
                seen = awaitMove(seen, until);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a move after those that were seen; the database is asked without the lock. */
    private long awaitMove(long seen, long until) throws InterruptedException {
        lock.lock();
        try {
            long left = Math.min(LOOK_AGAIN_NANOS, until - System.nanoTime());
            if (moves == seen && left > 0) {
                moved.awaitNanos(left);
            }
            return moves;
        } finally {
            lock.unlock();
        }
    }

    private boolean isUnderWay(UUID jobId) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            Job job = rows.find(jobId).orElseThrow();
                            return job.isUnderWay() && maySoonStart(job);
                        });
    }

    /** False while the job that has to be done first has failed or was stopped. */
    private boolean maySoonStart(Job job) {
        return job.afterJob() == null
                || rows.find(job.afterJob()).filter(first -> !first.isDone()).stream()
                        .allMatch(Job::isUnderWay);
    }
}
