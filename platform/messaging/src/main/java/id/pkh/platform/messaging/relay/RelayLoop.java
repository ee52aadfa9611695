package id.pkh.platform.messaging.relay;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.outbox.RelayWaker;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * The thread that runs the relay, and starts it again after any failure of the database or the
 * broker.
 */
@ApplicationScoped
class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final long FIRST_BACKOFF_MILLIS = 100;
    private static final long LONGEST_BACKOFF_MILLIS = 5_000;

    private final AgroalDataSource database;
    private final RelayProducers producers;
    private final RelayWaker waker;
    private final MessagingConfig config;
    private final RelayMeters meters;
    private long backoff = FIRST_BACKOFF_MILLIS; // of the relay's thread
    private volatile boolean running;
    private Thread thread;

    RelayLoop(
            AgroalDataSource database,
            RelayProducers producers,
            RelayWaker waker,
            MessagingConfig config,
            RelayMeters meters) {
        this.database = database;
        this.producers = producers;
        this.waker = waker;
        this.config = config;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        if (config.relay().enabled()) {
            start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        thread = new Thread(this::run, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until the window is sent; a relay that waits for an absent broker is interrupted. */
    synchronized void stop() throws InterruptedException {
        running = false;
        waker.wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(10).toMillis());
            thread.interrupt();
            thread.join(Duration.ofSeconds(5).toMillis());
            thread = null;
        }
    }

    private void run() {
        while (running) {
            try {
                relayWithOneProducer();
            } catch (SQLException | KafkaException failure) {
                meters.failed();
                LOG.warnf("outbox relay restarts in %d ms: %s", backoff, failure.toString());
                pauseAndGrow();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unexpected) {
                // the relay must survive its own bugs; they are counted and logged
                meters.failed();
                LOG.error("outbox relay failed unexpectedly and restarts", unexpected);
                pauseAndGrow();
            }
        }
    }

    private void relayWithOneProducer() throws SQLException, InterruptedException {
        Producer<String, byte[]> producer = producers.open();
        OutboxRelay relay = OutboxRelay.of(database, producer, owner(), config);
        try {
            relayUntilStopped(relay);
        } finally {
            // the next producer sends all records that this one still holds again, in order
            producer.close(Duration.ZERO);
            meters.leads(Set.of());
            giveBack(relay);
        }
    }

    private void relayUntilStopped(OutboxRelay relay) throws SQLException, InterruptedException {
        while (running) {
            meters.leads(relay.keepLeases());
            long sent = relay.relayWindow();
            backoff = FIRST_BACKOFF_MILLIS;
            if (sent > 0) {
                meters.published(sent);
            } else {
                waker.await(config.relay().poll());
            }
        }
    }

    private void giveBack(OutboxRelay relay) {
        try {
            relay.release();
        } catch (SQLException unreachable) {
            LOG.debugf("the leases were not released and will expire: %s", unreachable.toString());
        }
    }

    private void pauseAndGrow() {
        try {
            Thread.sleep(backoff);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
        backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MILLIS);
    }

    private static String owner() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown-host";
        }
        return host + "/" + ProcessHandle.current().pid() + "/" + UuidCreator.getTimeOrderedEpoch();
    }
}
