package id.pkh.platform.messaging.intake;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.inbox.Inbox;
import id.pkh.platform.messaging.parking.Parking;
import id.pkh.platform.messaging.subscription.Delivery;
import id.pkh.platform.messaging.subscription.EventReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;

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

    private final EventReader reader;
    private final Inbox inbox;
    private final Parking parking;
    private final MessagingConfig config;
    private final IntakeMeters meters;
    private final EventLag lag;
    private final TransientRetries retries;

    EventIntake(
            EventReader reader,
            Inbox inbox,
            Parking parking,
            MessagingConfig config,
            IntakeMeters meters,
            EventLag lag,
            TransientRetries retries) {
        this.reader = reader;
        this.inbox = inbox;
        this.parking = parking;
        this.config = config;
        this.meters = meters;
        this.lag = lag;
        this.retries = retries;
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
                retries.untilApplied(() -> parking.park(delivery, delivery.poison()));
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
            retries.untilApplied(() -> applyInOneTransaction(run));
        } catch (TransientRetries.StoppingException stopping) {
            throw stopping;
        } catch (RuntimeException permanent) {
            if (run.size() == 1) {
                retries.untilApplied(() -> parking.park(run.get(0), permanent));
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
}
