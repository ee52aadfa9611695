package id.pkh.registry.webhook;

import id.pkh.registry.RegistryConfig;
import id.pkh.registry.webhook.DeliverWebhooks.Turn;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Serves subscriptions on every instance. A receiver that does not answer keeps one worker until
 * its time-out, and then none until its next attempt.
 */
@ApplicationScoped
class DeliveryLoop {

    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
    private static final Duration LAST_TURNS = Duration.ofSeconds(20);

    private final DeliverWebhooks deliverWebhooks;
    private final Clock clock;
    private final boolean isEnabled;
    private final Semaphore free;

    /** A subscription whose turn has ended may have more to come, so nobody waits then. */
    private final Semaphore endedTurns = new Semaphore(0);

    private ExecutorService workers;
    private Thread dispatcher;
    private volatile boolean running;

    @Inject
    DeliveryLoop(DeliverWebhooks deliverWebhooks, Clock clock, RegistryConfig config) {
        this(deliverWebhooks, clock, config.webhooks().enabled(), config.webhooks().workers());
    }

    DeliveryLoop(
            DeliverWebhooks deliverWebhooks, Clock clock, boolean isEnabled, int workersAtOnce) {
        this.deliverWebhooks = deliverWebhooks;
        this.clock = clock;
        this.isEnabled = isEnabled;
        this.free = new Semaphore(workersAtOnce);
    }

    void start(@Observes StartupEvent event) {
        if (!isEnabled) {
            return;
        }
        running = true;
        workers = Executors.newCachedThreadPool();
        dispatcher = new Thread(this::run, "webhook-dispatcher");
        dispatcher.setDaemon(true);
        dispatcher.start();
    }

    /** Turns are short; one that does not end is taken over when its lease ends. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (!running) {
            return;
        }
        running = false;
        dispatcher.interrupt();
        workers.shutdown();
        if (!workers.awaitTermination(LAST_TURNS.toSeconds(), TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
    }

    private void run() {
        while (running) {
            try {
                boolean isIdle = round();
                if (isIdle) {
                    endedTurns.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                    endedTurns.drainPermits();
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException away) {
                LOG.warnf("webhooks wait after a failure: %s", away.toString());
                pause();
            }
        }
    }

    /** Gives each free worker a subscription; returns whether there was none. */
    private boolean round() throws InterruptedException {
        free.acquire(); // waits until at least one worker is free
        free.release();
        int limit = free.availablePermits();
        List<Turn> turns = deliverWebhooks.claim(clock.instant(), limit);
        for (Turn turn : turns) {
            free.acquire();
            workers.execute(() -> serve(turn));
        }
        return turns.isEmpty();
    }

    private void serve(Turn turn) {
        try {
            deliverWebhooks.handle(turn, clock.instant());
        } catch (RuntimeException failure) {
            // the lease ends by itself
            LOG.warnf(
                    "subscription %s waits after a failure: %s",
                    turn.webhook().webhookId(), failure.toString());
        } finally {
            free.release();
            endedTurns.release();
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_A_FAILURE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
