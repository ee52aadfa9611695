package id.pkh.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
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
 * Where events wait that could not be applied; a copy goes to the dead-letter topic in the same
 * transaction.
 */
@ApplicationScoped
class Parking {

    /** Reason of an event that is itself fine but waits behind a parked one of its key. */
    static final String BEHIND = "BEHIND_PARKED";

    private static final Logger LOG = Logger.getLogger(Parking.class);
    private static final int MAX_CAUSE_CHARS = 2000;

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final MessagingConfig config;

    Parking(AgroalDataSource database, Outbox outbox, MessagingConfig config) {
        this.database = database;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * Parks one record in a transaction of its own; a record already applied or parked is left as
     * it is.
     */
    void park(Delivery delivery, RuntimeException failure) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            if (delivery.meta() != null && !remember(delivery.meta())) {
                                return;
                            }
                            lock(delivery.source().topic(), delivery.key());
                            insert(delivery, reasonOf(failure), causeOf(failure));
                        });
        if (delivery.meta() == null) {
            tell(delivery, failure);
        } else {
            Causation.by(delivery.meta()).run(() -> tell(delivery, failure));
        }
    }

    private static void tell(Delivery delivery, RuntimeException failure) {
        LOG.warnf(
                "parked %s partition %d offset %d: %s",
                delivery.source().topic(),
                delivery.source().partition(),
                delivery.source().offset(),
                reasonOf(failure));
    }

    /** Parks those whose key has a parked event already, and returns the others in their order. */
    List<Delivery> parkBehind(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return deliveries;
        }
        String topic = deliveries.get(0).source().topic();
        Set<String> blocked = new HashSet<>();
        for (String key : parkedKeys(topic, deliveries)) {
            lock(topic, key);
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
                insert(delivery, BEHIND, "an earlier event of the same key is parked");
            } else {
                free.add(delivery);
            }
        }
        return free;
    }

    /**
     * Whoever parks, redrives or looks for a parked key holds this lock until its transaction ends.
     */
    void lock(String topic, String key) {
        run(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                statement -> {
                    statement.setString(1, topic + '\n' + key);
                    statement.execute();
                });
    }

    private boolean remember(EventMeta meta) {
        int[] inserted = new int[1];
        run(
                "INSERT INTO inbox (event_id, topic) VALUES (?, ?) ON CONFLICT DO NOTHING",
                statement -> {
                    statement.setObject(1, meta.id());
                    statement.setString(2, meta.topic());
                    inserted[0] = statement.executeUpdate();
                });
        return inserted[0] == 1;
    }

    private Set<String> parkedKeys(String topic, List<Delivery> deliveries) {
        Set<String> parked = new TreeSet<>(); // locked in this order, as a redrive does
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

    private void insert(Delivery delivery, String reason, String cause) {
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
                    statement.setString(7, json(headers));
                    statement.setBytes(8, delivery.source().value());
                    statement.setString(9, reason);
                    statement.setString(10, cause);
                    inserted[0] = statement.executeUpdate();
                });
        if (inserted[0] == 1) {
            outbox.appendDeadLetter(deadLetter(delivery, headers, reason, cause));
        }
    }

    private OutboxRow deadLetter(
            Delivery delivery, Map<String, String> headers, String reason, String cause) {
        Map<String, String> extra = new LinkedHashMap<>(headers);
        extra.put("dead-letter-reason", reason);
        extra.put("dead-letter-cause", cause);
        extra.put("dead-letter-topic", delivery.source().topic());
        extra.put("dead-letter-partition", Integer.toString(delivery.source().partition()));
        extra.put("dead-letter-offset", Long.toString(delivery.source().offset()));
        byte[] payload =
                delivery.source().value() == null ? new byte[0] : delivery.source().value();
        if (payload.length > Outbox.MAX_PAYLOAD_BYTES) {
            // the whole record stays in the parking table
            extra.put("dead-letter-payload-bytes", Integer.toString(payload.length));
            payload = new byte[0];
        }
        EventMeta meta = delivery.meta();
        return new OutboxRow(
                deadLetterTopic(delivery.source().topic(), config.service()),
                delivery.key(),
                meta == null ? UuidCreator.getTimeOrderedEpoch() : meta.id(),
                meta == null ? "unreadable" : meta.type(),
                meta == null ? 0 : meta.sequence(),
                meta == null ? Causation.root() : Causation.by(meta),
                json(extra),
                payload);
    }

    static String deadLetterTopic(String topic, String service) {
        return topic + "." + service + ".dlq";
    }

    static String reasonOf(Throwable failure) {
        for (Throwable t = failure; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof PermanentFailure permanent) {
                return permanent.code();
            }
        }
        return "HANDLER_FAILED";
    }

    static String causeOf(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure;
                t != null && text.length() < MAX_CAUSE_CHARS;
                t = t.getCause()) {
            text.append(text.isEmpty() ? "" : " <- ").append(t.getClass().getSimpleName());
            // messages of parsers and drivers quote the data; only our own are known to carry none
            if (t instanceof PermanentFailure) {
                text.append(": ").append(t.getMessage());
            } else if (t instanceof SQLException sql) {
                text.append(" SQL state ").append(sql.getSQLState());
            } else if (t.getStackTrace().length > 0) {
                text.append(" at ").append(t.getStackTrace()[0]);
            }
        }
        return text.substring(0, Math.min(text.length(), MAX_CAUSE_CHARS));
    }

    private static String json(Map<String, String> headers) {
        try {
            return WireFormat.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers cannot be written as JSON", e);
        }
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
