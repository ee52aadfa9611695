package id.pkh.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;

/**
 * Carries the outbox to Kafka, in order and without a gap.
 *
 * <p>It reads in windows of transactions: everything from the checkpoint up to the oldest
 * transaction that is still open. A transaction that commits late is therefore in a later window
 * and cannot be skipped; and since an aggregate's row is locked before its event is written, the
 * ids inside and across windows are in the order of each key. A crash sends a window again, with
 * the same event ids; whoever receives them drops what he knows.
 *
 * <p>Not thread-safe: one thread calls it.
 */
final class OutboxRelay {

    /** Where a test may stop the relay between the broker's acknowledgement and the checkpoint. */
    interface AfterAcknowledgement {
        void reached() throws InterruptedException;
    }

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    /**
     * Whether there is anything between the checkpoint and the horizon; a look at one index entry.
     */
    private static final String NEXT_WINDOW =
            "SELECT w.hi::text, (SELECT 1 FROM outbox o WHERE o.xid >= ?::text::xid8 AND o.xid < w.hi"
                    + " ORDER BY o.xid LIMIT 1)"
                    + " FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS hi) w";

    /**
     * Read through a cursor: one plan and at most one sort a window, however large it is. OFFSET 0
     * keeps the planner from walking the whole journal in the order of its ids to find the window's
     * few.
     */
    private static final String WINDOW =
            "SELECT * FROM (SELECT id, xid::text, shard, topic, event_key, event_id, event_type, sequence,"
                    + " correlation_id, causation_id, traceparent, extra_headers, payload, recorded_at FROM outbox"
                    + " WHERE xid >= ?::text::xid8 AND xid < ?::text::xid8 AND shard = ANY (?) OFFSET 0) w"
                    + " ORDER BY id";

    private final DataSource database;
    private final Producer<String, byte[]> producer;
    private final RelayLeases leases;
    private final String source;
    private final int pageRows;
    private final int flushRows;
    private final AfterAcknowledgement afterAcknowledgement;

    private TreeMap<Integer, RelayLeases.Held> shards = new TreeMap<>();
    private final AtomicReference<Exception> sendFailure = new AtomicReference<>();

    OutboxRelay(
            DataSource database,
            Producer<String, byte[]> producer,
            RelayLeases leases,
            String source,
            int pageRows,
            int flushRows,
            AfterAcknowledgement afterAcknowledgement) {
        this.database = database;
        this.producer = producer;
        this.leases = leases;
        this.source = source;
        this.pageRows = pageRows;
        this.flushRows = flushRows;
        this.afterAcknowledgement = afterAcknowledgement;
    }

    /** Renews the leases; returns how many shards this relay owns now. */
    int renewLeases() throws SQLException {
        try (Connection connection = database.getConnection()) {
            shards = leases.renew(connection);
            return shards.size();
        }
    }

    /**
     * Renews the leases in the middle of a long window; a shard lost then is sent by its new owner.
     */
    private void keepLeases() throws SQLException {
        try (Connection connection = database.getConnection()) {
            shards.keySet().retainAll(leases.renew(connection).keySet());
        }
    }

    void release() throws SQLException {
        try (Connection connection = database.getConnection()) {
            leases.release(connection);
            shards.clear();
        }
    }

    /**
     * Sends one window.
     *
     * @return records sent; 0 when there was nothing to send
     * @throws KafkaException when the broker did not take a record; the window is sent again from
     *     its start
     */
    long relayWindow() throws SQLException, InterruptedException {
        if (shards.isEmpty()) {
            return 0;
        }
        long lo =
                shards.values().stream().mapToLong(RelayLeases.Held::relayedTo).min().orElseThrow();
        long hi;
        long sent;
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement query = connection.prepareStatement(NEXT_WINDOW)) {
                query.setString(1, Long.toString(lo));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    hi = Long.parseLong(row.getString(1));
                    row.getInt(2);
                    if (row.wasNull()) {
                        return 0;
                    }
                }
            }
            connection.setAutoCommit(false); // cursors live in transactions
            try {
                sent = send(connection, lo, hi);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            advance(connection, hi);
        }
        return sent;
    }

    private long send(Connection connection, long lo, long hi)
            throws SQLException, InterruptedException {
        sendFailure.set(null);
        long sent = 0;
        long unflushed = 0;
        try (PreparedStatement window = connection.prepareStatement(WINDOW)) {
            window.setFetchSize(pageRows);
            window.setString(1, Long.toString(lo));
            window.setString(2, Long.toString(hi));
            window.setArray(
                    3,
                    connection.createArrayOf(
                            "smallint",
                            shards.keySet().stream().map(Integer::shortValue).toArray()));
            try (ResultSet row = window.executeQuery()) {
                while (row.next()) {
                    if (sendRow(row)) {
                        sent++;
                        unflushed++;
                    }
                    if (unflushed >= flushRows) {
                        acknowledge();
                        keepLeases();
                        unflushed = 0;
                    }
                }
            }
        }
        acknowledge();
        if (sent > 0) {
            afterAcknowledgement.reached();
        }
        return sent;
    }

    private void advance(Connection connection, long hi) throws SQLException {
        if (leases.advance(connection, shards, hi)) {
            shards.replaceAll((shard, held) -> new RelayLeases.Held(held.epoch(), hi));
        } else {
            shards.clear();
        }
    }

    private boolean sendRow(ResultSet row) throws SQLException {
        RelayLeases.Held held = shards.get(row.getInt(3));
        if (held == null || Long.parseLong(row.getString(2)) < held.relayedTo()) {
            return false;
        }
        producer.send(
                message(row),
                (metadata, failure) -> {
                    if (failure != null) {
                        sendFailure.compareAndSet(null, failure);
                    }
                });
        return true;
    }

    private void acknowledge() {
        producer.flush();
        Exception failure = sendFailure.get();
        if (failure != null) {
            throw failure instanceof KafkaException kafka ? kafka : new KafkaException(failure);
        }
    }

    private ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.getString(4), row.getString(5), row.getBytes(13));
        Headers headers = message.headers();
        CloudEventHeaders.put(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        String extra = row.getString(12);
        if (extra != null) {
            readExtra(extra).forEach((name, value) -> replace(headers, name, value));
            return message;
        }
        CloudEventHeaders.put(headers, "ce_specversion", "1.0");
        CloudEventHeaders.put(headers, "ce_id", row.getObject(6, UUID.class).toString());
        CloudEventHeaders.put(headers, "ce_type", row.getString(7));
        CloudEventHeaders.put(headers, "ce_source", source);
        CloudEventHeaders.put(
                headers,
                "ce_time",
                DateTimeFormatter.ISO_INSTANT.format(row.getTimestamp(14).toInstant()));
        CloudEventHeaders.put(headers, "ce_subject", row.getString(5));
        CloudEventHeaders.put(headers, "ce_sequence", row.getString(8));
        CloudEventHeaders.put(headers, "ce_correlationid", row.getString(9));
        CloudEventHeaders.put(headers, "ce_causationid", row.getString(10));
        CloudEventHeaders.put(headers, "ce_traceparent", row.getString(11));
        CloudEventHeaders.put(headers, CloudEventHeaders.TRACEPARENT, row.getString(11));
        return message;
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name);
        CloudEventHeaders.put(headers, name, value);
    }

    private static Map<String, String> readExtra(String json) {
        try {
            return WireFormat.mapper().readValue(json, STRINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("extra_headers of an outbox row are not JSON", e);
        }
    }
}
