package id.pkh.platform.messaging.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a commit wake the relay of the same process, so that an event need not wait for the next
 * poll.
 */
@ApplicationScoped
public class RelayWaker {

    private final Semaphore signal = new Semaphore(0);

    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    public void await(Duration longest) throws InterruptedException {
        if (signal.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            signal.drainPermits();
        }
    }
}
