package id.pkh.platform.messaging;

import id.pkh.contracts.Event;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * How events come in: exactly one effect an event, however often and in whatever company it
 * arrives.
 *
 * <p>A poll is one transaction: the ids go into the inbox first, and only those that were not there
 * are handed to the handlers. A failure that passes is waited out in place, so order is kept. One
 * that never will is hunted down by halving the batch, and the one record is parked; later events
 * of its key are parked behind it, so that a correction never overtakes what it corrects.
 */
@ApplicationScoped
public class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);

    private final EventReader reader;
    private final Parking parking;
    private final AgroalDataSource database;
    private final MessagingConfig config;
    private final IntakeMeters meters;
    private final EventLag lag;
    private volatile boolean stopping;

    EventIntake(
            EventReader reader,
            Parking parking,
            AgroalDataSource database,
            MessagingConfig config,
            IntakeMeters meters,
            EventLag lag) {
        this.reader = reader;
        this.parking = parking;
        this.database = database;
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
        meters.dealtWith(
                QuarkusTransaction.requiringNew()
                        .timeout(config.retry().transactionTimeoutSeconds())
                        .call(
                                () -> {
                                    List<Delivery> fresh = firstTime(run);
                                    dispatch(parking.parkBehind(fresh));
                                    return fresh;
                                }));
    }

    /** Remembers the ids and keeps the deliveries that had not been seen before, in their order. */
    private List<Delivery> firstTime(List<Delivery> run) {
        try (Connection connection = database.getConnection()) {
            Array ids =
                    connection.createArrayOf(
                            "uuid", run.stream().map(d -> d.meta().id()).sorted().toArray());
            int inserted = remember(connection, run.get(0).source().topic(), ids);
            if (inserted == run.size()) {
                return run;
            }
            meters.dropped(run.size() - inserted);
            Set<UUID> first = rememberedHere(connection, ids);
            return run.stream().filter(d -> first.remove(d.meta().id())).toList();
        } catch (SQLException e) {
            throw new DatabaseFailure("the inbox could not be written", e);
        }
    }

    private static int remember(Connection connection, String topic, Array ids)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO inbox (event_id, topic) SELECT id, ? FROM unnest(?) AS id"
                                + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, topic);
            insert.setArray(2, ids);
            return insert.executeUpdate();
        }
    }

    /**
     * Which of the ids this transaction has written. Asked for only when some were known: to have
     * each insert tell its own costs more than the rare question.
     */
    private static Set<UUID> rememberedHere(Connection connection, Array ids) throws SQLException {
        Set<UUID> here = new HashSet<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT event_id FROM inbox"
                                + " WHERE event_id = ANY (?) AND xmin = pg_current_xact_id()::xid")) {
            query.setArray(1, ids);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    here.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return here;
    }

    /** Hands each to its handler, in their order. */
    static void dispatch(List<Delivery> deliveries) {
        int from = 0;
        while (from < deliveries.size()) {
            Subscription<?> subscription = deliveries.get(from).subscription();
            int to = from + 1;
            while (to < deliveries.size() && deliveries.get(to).subscription() == subscription) {
                to++;
            }
            if (subscription != null) {
                hand(subscription, deliveries.subList(from, to));
            }
            from = to;
        }
    }

    private static <E extends Event> void hand(
            Subscription<E> subscription, List<Delivery> deliveries) {
        subscription
                .handler()
                .accept(
                        deliveries.stream()
                                .map(
                                        d ->
                                                new ReceivedEvent<>(
                                                        d.meta(),
                                                        subscription
                                                                .type()
                                                                .record()
                                                                .cast(d.payload())))
                                .toList());
    }

    private void retryInPlace(Runnable action) {
        long wait = config.retry().firstMillis();
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
                        "event intake waits %d ms for a failure that should pass: %s",
                        wait, failure.toString());
            }
            pause(wait);
            wait = Math.min(wait * 2, config.retry().longestMillis());
        }
    }

    private void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            if (stopping) {
                throw new StoppingException();
            }
            try {
                Thread.sleep(Math.min(50, millis));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppingException();
            }
        }
    }

    /**
     * The service stops while a transient failure lasts: the records stay unacknowledged and come
     * again.
     */
    static final class StoppingException extends IllegalStateException {
        StoppingException() {
            super("the service is stopping; unfinished records come again");
        }
    }
}
