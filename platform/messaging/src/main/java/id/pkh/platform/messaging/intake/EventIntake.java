package id.pkh.platform.messaging.intake;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.failure.TransientFailures;
import id.pkh.platform.messaging.inbox.Inbox;
import id.pkh.platform.messaging.parking.Parking;
import id.pkh.platform.messaging.subscription.Delivery;
import id.pkh.platform.messaging.subscription.EventReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies received events: each has exactly one effect, however often it arrives and in whichever
 * batch.
 *
 * <p>A poll is one transaction: the ids go into the inbox first, and only those that were not there
 * are given to the handlers. A transient failure is retried in place, so the order is kept. To find
 * the record that causes a permanent failure, the batch is halved until one record is left; it is
 * parked. Later events of its key are parked behind it, so that a correction never overtakes what
 * it corrects.
 */
@ApplicationScoped
public class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);
    private static final long LONGEST_SLEEP_MILLIS = 50;

    private final EventReader reader;
    private final Inbox inbox;
    private final Parking parking;
    private final MessagingConfig config;
    private final IntakeMeters meters;
    private final EventLag lag;
    private volatile boolean stopping;

    EventIntake(
            EventReader reader,
            Inbox inbox,
            Parking parking,
            MessagingConfig config,
            IntakeMeters meters,
            EventLag lag) {
        this.reader = reader;
        this.inbox = inbox;
        this.parking = parking;
        this.config = config;
        this.meters = meters;
        this.lag = lag;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Applies the records of one poll. Returns when each has had its effect, was known already, or
     * is parked; throws only when the service is stopping, and then nothing of the unfinished part
     * is acknowledged.
     */
    public void accept(ConsumerRecords<String, byte[]> records) {
        lag.during(records, () -> applyInOrder(records));
    }

    private void applyInOrder(ConsumerRecords<String, byte[]> records) {
        List<Delivery> run = new ArrayList<>(records.count());
        for (Delivery delivery : ReadAhead.deliveries(records, reader)) {
            if (delivery.isPoison()) {
                apply(run);
                run.clear();
                retryInPlace(() -> parking.park(delivery, delivery.poison()));
            } else {
                run.add(delivery);
            }
        }
        apply(run);
    }

    private void apply(List<Delivery> run) {
        if (run.isEmpty()) {
            return;
        }
        try {
            retryInPlace(() -> applyInOneTransaction(run));
        } catch (StoppingException stopping) {
            throw stopping;
        } catch (RuntimeException permanent) {
            if (run.size() == 1) {
                retryInPlace(() -> parking.park(run.get(0), permanent));
                return;
            }
            int half = run.size() / 2;
            apply(List.copyOf(run.subList(0, half)));
            apply(List.copyOf(run.subList(half, run.size())));
        }
    }

    private void applyInOneTransaction(List<Delivery> run) {
        meters.applied(
                QuarkusTransaction.requiringNew()
                        .timeout((int) config.retry().transactionTimeout().toSeconds())
                        .call(
                                () -> {
                                    List<Delivery> fresh = inbox.firstTime(run);
                                    meters.dropped(run.size() - fresh.size());
                                    Delivery.applyAll(parking.parkBehind(fresh));
                                    return fresh;
                                }));
    }

    private void retryInPlace(Runnable action) {
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
    static final class StoppingException extends IllegalStateException {
        StoppingException() {
            super("the service is stopping; unfinished records are delivered again");
        }
    }
}
