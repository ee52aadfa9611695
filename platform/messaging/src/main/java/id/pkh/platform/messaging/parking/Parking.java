package id.pkh.platform.messaging.parking;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.failure.DatabaseFailure;
import id.pkh.platform.messaging.inbox.Inbox;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.subscription.Delivery;
import id.pkh.platform.messaging.trace.Causation;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Keeps the events that could not be applied. A copy is published on the dead-letter topic in the
 * same transaction.
 */
@ApplicationScoped
public class Parking {

    private static final Logger LOG = Logger.getLogger(Parking.class);

    private final AgroalDataSource database;
    private final Inbox inbox;
    private final Outbox outbox;
    private final MessagingConfig config;

    Parking(AgroalDataSource database, Inbox inbox, Outbox outbox, MessagingConfig config) {
        this.database = database;
        this.inbox = inbox;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * Parks one record in a transaction of its own; a record already applied or parked is left as
     * it is.
     */
    public void park(Delivery delivery, RuntimeException failure) {
        ParkingReason reason = ParkingReason.of(failure);
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            boolean isNew =
                                    delivery.meta() == null
                                            || !inbox.firstTime(List.of(delivery)).isEmpty();
                            if (isNew) {
                                lock(new TopicKey(delivery.source().topic(), delivery.key()));
                                insert(delivery, reason);
                            }
                        });
        if (delivery.meta() == null) {
            log(delivery, reason);
        } else {
            Causation.by(delivery.meta()).run(() -> log(delivery, reason));
        }
    }

    private static void log(Delivery delivery, ParkingReason reason) {
        LOG.warnf(
                "parked %s partition %d offset %d: %s",
                delivery.source().topic(),
                delivery.source().partition(),
                delivery.source().offset(),
                reason.code());
    }

    /**
     * Parks the deliveries whose key has a parked event already; returns the others in their order.
     */
    public List<Delivery> parkBehind(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return deliveries;
        }
        String topic = deliveries.get(0).source().topic();
        Set<String> blocked = new HashSet<>();
        for (String key : parkedKeys(topic, deliveries)) {
            lock(new TopicKey(topic, key));
            if (isParked(topic, key)) {
                blocked.add(key);
            }
        }
        if (blocked.isEmpty()) {
            return deliveries;
        }
        List<Delivery> free = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            if (blocked.contains(delivery.key())) {
                insert(delivery, ParkingReason.BEHIND);
            } else {
                free.add(delivery);
            }
        }
        return free;
    }

    /**
     * Waits for the key and holds it until the transaction ends. Parking, a redrive, a discard and
     * the check for parked events exclude each other by this lock.
     */
    public void lock(TopicKey key) {
        run(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                statement -> {
                    statement.setString(1, key.topic() + '\n' + key.key());
                    statement.execute();
                });
    }

    private Set<String> parkedKeys(String topic, List<Delivery> deliveries) {
        Set<String> parked = new TreeSet<>(); // a redrive locks keys in this order too
        run(
                "SELECT DISTINCT event_key FROM parked_event"
                        + " WHERE state = 'PARKED' AND topic = ? AND event_key = ANY (?)",
                statement -> {
                    statement.setString(1, topic);
                    statement.setArray(
                            2,
                            statement
                                    .getConnection()
                                    .createArrayOf(
                                            "text",
                                            deliveries.stream()
                                                    .map(Delivery::key)
                                                    .distinct()
                                                    .sorted()
                                                    .toArray(String[]::new)));
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            parked.add(rows.getString(1));
                        }
                    }
                });
        return parked;
    }

    private boolean isParked(String topic, String key) {
        boolean[] found = new boolean[1];
        run(
                "SELECT 1 FROM parked_event WHERE state = 'PARKED' AND topic = ? AND event_key = ? LIMIT 1",
                statement -> {
                    statement.setString(1, topic);
                    statement.setString(2, key);
                    try (ResultSet rows = statement.executeQuery()) {
                        found[0] = rows.next();
                    }
                });
        return found[0];
    }

    private void insert(Delivery delivery, ParkingReason reason) {
        Map<String, String> headers = CloudEventHeaders.toMap(delivery.source().headers());
        int[] inserted = new int[1];
        run(
                "INSERT INTO parked_event (topic, event_key, record_partition, record_offset, event_id,"
                        + " event_type, headers, payload, reason, cause) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (topic, record_partition, record_offset) DO NOTHING",
                statement -> {
                    statement.setString(1, delivery.source().topic());
                    statement.setString(2, delivery.key());
                    statement.setInt(3, delivery.source().partition());
                    statement.setLong(4, delivery.source().offset());
                    statement.setString(5, headers.get("ce_id"));
                    statement.setString(6, headers.get("ce_type"));
                    statement.setString(7, CloudEventHeaders.toJson(headers));
                    statement.setBytes(8, delivery.source().value());
                    statement.setString(9, reason.code());
                    statement.setString(10, reason.cause());
                    inserted[0] = statement.executeUpdate();
                });
        if (inserted[0] == 1) {
            appendDeadLetter(delivery, headers, reason);
        }
    }

    private void appendDeadLetter(
            Delivery delivery, Map<String, String> headers, ParkingReason reason) {
        Map<String, String> extra = new LinkedHashMap<>(headers);
        extra.put("dead-letter-reason", reason.code());
        extra.put("dead-letter-cause", reason.cause());
        extra.put("dead-letter-topic", delivery.source().topic());
        extra.put("dead-letter-partition", Integer.toString(delivery.source().partition()));
        extra.put("dead-letter-offset", Long.toString(delivery.source().offset()));
        outbox.appendDeadLetter(
                "%s.%s.dlq".formatted(delivery.source().topic(), config.service()),
                delivery.key(),
                delivery.meta(),
                extra,
                delivery.source().value());
    }

    private void run(String sql, SqlAction action) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            action.on(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure("parking failed", e);
        }
    }

    private interface SqlAction {
        void on(PreparedStatement statement) throws SQLException;
    }
}
