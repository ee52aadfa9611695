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

    private static final String NEXT_WINDOW =
            "SELECT w.hi::text, (SELECT min(o.id) FROM outbox o WHERE o.xid >= ?::text::xid8 AND o.xid < w.hi)"
                    + " FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS hi) w";

    private static final String PAGE =
            "SELECT id, xid::text, shard, topic, event_key, event_id, event_type, sequence, correlation_id,"
                    + " causation_id, traceparent, extra_headers, payload, recorded_at FROM outbox"
                    + " WHERE id > ? AND xid >= ?::text::xid8 AND xid < ?::text::xid8 AND shard = ANY (?)"
                    + " ORDER BY id LIMIT ?";

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
    private void keepLeases(Connection connection) throws SQLException {
        TreeMap<Integer, RelayLeases.Held> now = leases.renew(connection);
        shards.keySet().retainAll(now.keySet());
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
        try (Connection connection = database.getConnection()) {
            long hi;
            long lastId;
            try (PreparedStatement query = connection.prepareStatement(NEXT_WINDOW)) {
                query.setString(1, Long.toString(lo));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    hi = Long.parseLong(row.getString(1));
                    lastId = row.getLong(2) - 1;
                    if (row.wasNull()) {
                        return 0;
                    }
                }
            }
            return send(connection, lo, hi, lastId);
        }
    }

    private long send(Connection connection, long lo, long hi, long beforeFirst)
            throws SQLException, InterruptedException {
        sendFailure.set(null);
        long lastId = beforeFirst;
        long sent = 0;
        long unflushed = 0;
        try (PreparedStatement page = connection.prepareStatement(PAGE)) {
            for (; ; ) {
                page.setLong(1, lastId);
                page.setString(2, Long.toString(lo));
                page.setString(3, Long.toString(hi));
                page.setArray(
                        4,
                        connection.createArrayOf(
                                "smallint",
                                shards.keySet().stream().map(Integer::shortValue).toArray()));
                page.setInt(5, pageRows);
                int rows = 0;
                try (ResultSet row = page.executeQuery()) {
                    while (row.next()) {
                        rows++;
                        lastId = row.getLong(1);
                        if (sendRow(row)) {
                            sent++;
                            unflushed++;
                        }
                    }
                }
                if (rows < pageRows) {
                    break;
                }
                if (unflushed >= flushRows) {
                    acknowledge();
                    keepLeases(connection);
                    unflushed = 0;
                }
            }
        }
        acknowledge();
        if (sent > 0) {
            afterAcknowledgement.reached();
        }
        if (!leases.advance(connection, shards, hi)) {
            shards.clear();
            return sent;
        }
        shards.replaceAll((shard, held) -> new RelayLeases.Held(held.epoch(), hi));
        return sent;
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
