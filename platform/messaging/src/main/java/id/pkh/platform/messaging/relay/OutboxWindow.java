package id.pkh.platform.messaging.relay;

import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * The rows of one window of the outbox, as records for Kafka, in the order of their ids.
 *
 * <p>They are read page by page with a binary COPY: the database reads ahead, as far as the
 * socket's buffers allow, while records are sent to the broker, and most columns are the bytes that
 * a header needs. Neither a window nor a page is ever held in memory.
 */
final class OutboxWindow implements AutoCloseable {

    /**
     * The condition on transactions is written so that no index can be used for it: rows come in
     * the order of the primary key from the first id to the last, without a sort of wide rows. This
     * costs nothing, since between these two ids there are hardly any rows of another window: a row
     * that is written after a transaction that is still open belongs to that transaction's window.
     */
    private static final String PAGE =
            "COPY (SELECT id, shard, topic, event_key, event_id, event_type, sequence, correlation_id,"
                    + " causation_id, traceparent, extra_headers, payload, recorded_at FROM outbox"
                    + " WHERE id BETWEEN %d AND %d AND (xid >= '%d' AND xid < '%d') IS TRUE"
                    + " AND shard IN (%s) ORDER BY id LIMIT %d) TO STDOUT (FORMAT BINARY)";

    private static final int PAGE_ROWS = 10_000;

    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final int END = -1;
    private static final long POSTGRES_EPOCH_SECOND =
            LocalDateTime.of(2000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final int MICROS = 1_000_000;

    private static final Header JSON =
            header(CloudEventHeaders.CONTENT_TYPE, bytes("application/json"));
    private static final Header SPECVERSION = header("ce_specversion", bytes("1.0"));

    private final CopyManager copy;
    private final Bounds bounds;
    private final String shards;
    private final Header source;

    private CopyOut page;
    private int rowsOfPage;
    private long lastId;
    private ByteBuffer row;

    private byte[] lastTopicBytes = {};
    private String lastTopic;
    private long lastMicros = Long.MIN_VALUE;
    private Header lastTime;

    /** Ids and transactions of a window; the upper transaction is exclusive. */
    record Bounds(long firstId, long lastId, long fromTransaction, long toTransaction) {}

    /**
     * @param connection used by this reader alone until it is closed
     */
    OutboxWindow(Connection connection, Bounds bounds, Collection<Integer> shards, String source)
            throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        this.bounds = bounds;
        this.shards = shards.stream().map(String::valueOf).collect(Collectors.joining(", "));
        this.source = header("ce_source", bytes(source));
        this.lastId = bounds.firstId() - 1;
    }

    /** Moves to the next row; false at the end. */
    boolean next() throws SQLException {
        if (page == null) {
            openPage();
        }
        byte[] data = page.readFromCopy();
        row = ByteBuffer.wrap(data);
        if (rowsOfPage == 0) {
            skipHead();
        }
        if (row.getShort() == END) {
            page.readFromCopy(); // to the end of the command
            page = null;
            return rowsOfPage == PAGE_ROWS && next();
        }
        row.getInt(); // the length
        lastId = row.getLong();
        rowsOfPage++;
        return true;
    }

    private void openPage() throws SQLException {
        rowsOfPage = 0;
        page =
                copy.copyOut(
                        PAGE.formatted(
                                lastId + 1,
                                bounds.lastId(),
                                bounds.fromTransaction(),
                                bounds.toTransaction(),
                                shards,
                                PAGE_ROWS));
    }

    private void skipHead() {
        row.position(SIGNATURE_AND_FLAGS);
        int extension = row.getInt();
        row.position(row.position() + extension);
    }

    /** Shard of the row; call it once, before {@link #message}. */
    int shard() {
        row.getInt(); // the length
        return row.getShort();
    }

    /** The row as a record for Kafka; call it once for each row. */
    ProducerRecord<String, byte[]> message() {
        String topic = topic(bytes());
        byte[] key = bytes();
        row.getInt(); // the length
        UUID id = new UUID(row.getLong(), row.getLong());
        byte[] type = bytes();
        row.getInt(); // the length
        long sequence = row.getLong();
        byte[] correlation = bytes();
        byte[] causation = bytes();
        byte[] traceparent = bytes();
        byte[] extra = bytes();
        byte[] payload = bytes();
        row.getInt(); // the length
        long recordedAt = row.getLong();

        List<Header> headers = new ArrayList<>(12);
        if (extra == null) {
            headers.add(JSON);
            headers.add(SPECVERSION);
            headers.add(header("ce_id", bytes(id.toString())));
            headers.add(header("ce_type", type));
            headers.add(source);
            headers.add(time(recordedAt));
            headers.add(header("ce_subject", key));
            headers.add(header("ce_sequence", bytes(Long.toString(sequence))));
            headers.add(header("ce_correlationid", correlation));
            if (causation != null) {
                headers.add(header("ce_causationid", causation));
            }
            if (traceparent != null) {
                headers.add(header("ce_traceparent", traceparent));
                headers.add(header(CloudEventHeaders.TRACEPARENT, traceparent));
            }
        } else {
            Map<String, String> own =
                    CloudEventHeaders.fromJson(new String(extra, StandardCharsets.UTF_8));
            if (!own.containsKey(CloudEventHeaders.CONTENT_TYPE)) {
                headers.add(JSON);
            }
            own.forEach((name, value) -> headers.add(header(name, bytes(value))));
        }
        return new ProducerRecord<>(
                topic, null, new String(key, StandardCharsets.UTF_8), payload, headers);
    }

    /** Ends reading; the rest of the page is skipped. */
    @Override
    public void close() throws SQLException {
        while (page != null && page.readFromCopy() != null) {
            // a COPY that is cancelled leaves the driver's connection unusable
        }
    }

    private byte[] bytes() {
        int length = row.getInt();
        if (length < 0) {
            return null;
        }
        byte[] value = new byte[length];
        row.get(value);
        return value;
    }

    private String topic(byte[] name) {
        if (!Arrays.equals(name, lastTopicBytes)) {
            lastTopicBytes = name;
            lastTopic = new String(name, StandardCharsets.UTF_8);
        }
        return lastTopic;
    }

    /** All rows of a transaction have the same time. */
    private Header time(long micros) {
        if (micros != lastMicros) {
            lastMicros = micros;
            lastTime =
                    header(
                            "ce_time",
                            bytes(
                                    Instant.ofEpochSecond(
                                                    POSTGRES_EPOCH_SECOND
                                                            + Math.floorDiv(micros, MICROS),
                                                    Math.floorMod(micros, MICROS) * 1000L)
                                            .toString()));
        }
        return lastTime;
    }

    private static Header header(String name, byte[] value) {
        return new RecordHeader(name, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
