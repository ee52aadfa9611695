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

    JobWaits(JobRows rows) {
        this.rows = rows;
    }

    /** A job of this instance has moved. */
    void signalMoved() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the job has ended, when it waits for a failure to pass, or after this time. */
    void await(UUID jobId, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            while (System.nanoTime() < until && isUnderWay(jobId)) {
                moved.awaitNanos(Math.min(LOOK_AGAIN_NANOS, until - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isUnderWay(UUID jobId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.find(jobId).orElseThrow())
                .isUnderWay();
    }
}
