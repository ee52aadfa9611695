package id.pkh.platform.messaging.intake;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.failure.TransientFailures;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Repeats an action in place while its failure is transient, so that events keep their order. */
@ApplicationScoped
public class TransientRetries {

    private static final Logger LOG = Logger.getLogger(TransientRetries.class);
    private static final long LONGEST_SLEEP_MILLIS = 50;

    private final MessagingConfig config;
    private final IntakeMeters meters;
    private volatile boolean stopping;

    TransientRetries(MessagingConfig config, IntakeMeters meters) {
        this.config = config;
        this.meters = meters;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Returns when the action has succeeded; throws its permanent failure. */
    public void untilApplied(Runnable action) {
        long wait = config.retry().first().toMillis();
        for (; ; ) {
            try {
                action.run();
                return;
            } catch (RuntimeException failure) {
                if (!TransientFailures.isTransient(failure)) {
                    throw failure;
                }
                meters.retried();
                LOG.warnf(
                        "event intake waits %d ms after a transient failure: %s",
                        wait, failure.toString());
            }
            pause(wait);
            wait = Math.min(wait * 2, config.retry().longest().toMillis());
        }
    }

    private void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            if (stopping) {
                throw new StoppingException();
            }
            try {
                Thread.sleep(Math.min(LONGEST_SLEEP_MILLIS, millis));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppingException();
            }
        }
    }

    /**
     * The service stops while a transient failure lasts: the records stay unacknowledged and are
     * delivered again.
     */
    public static final class StoppingException extends IllegalStateException {
        StoppingException() {
            super("the service is stopping; unfinished records are delivered again");
        }
    }
}
