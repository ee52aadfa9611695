package id.pkh.platform.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
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
 * The thread that keeps the relay going, whatever happens to the database or the broker meanwhile.
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

    /** Lets a window be finished; a relay that waits for an absent broker is interrupted. */
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
                LOG.warnf("outbox relay starts again in %d ms: %s", backoff, failure.toString());
                pauseAndGrow();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unexpected) {
                // the relay must outlive its own faults; they are counted and told
                meters.failed();
                LOG.error("outbox relay failed unexpectedly and starts again", unexpected);
                pauseAndGrow();
            }
        }
    }

    private void relayWithOneProducer() throws SQLException, InterruptedException {
        Producer<String, byte[]> producer = producers.open();
        OutboxRelay relay = relay(producer);
        try {
            relayUntilStopped(relay);
        } finally {
            // what it still holds is sent again, and in order, by the next one
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
                waker.await(config.relay().pollMillis());
            }
        }
    }

    private void giveBack(OutboxRelay relay) {
        try {
            relay.release();
        } catch (SQLException unreachable) {
            LOG.debugf("leases run out by themselves: %s", unreachable.toString());
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

    private OutboxRelay relay(Producer<String, byte[]> producer) {
        return new OutboxRelay(
                database,
                producer,
                new RelayLeases(owner(), config.relay().leaseSeconds()),
                "/pkh/" + config.service() + "-service",
                () -> {});
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
