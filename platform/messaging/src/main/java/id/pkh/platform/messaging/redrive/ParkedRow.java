package id.pkh.platform.messaging.redrive;

import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A parked event as a redrive reads it.
 *
 * @param selected whether the selection matches it; if not, it follows one that matches
 * @param payload null when the record had no value
 */
record ParkedRow(
        long id,
        String topic,
        int partition,
        long offset,
        String key,
        String headers,
        byte[] payload,
        boolean selected) {

    static final String COLUMNS =
            "parked_id, topic, record_partition, record_offset, event_key, headers, payload";

    /** Reads a row with {@link #COLUMNS} and {@code selected}. */
    static ParkedRow of(ResultSet row, StatementContext context) throws SQLException {
        return new ParkedRow(
                row.getLong("parked_id"),
                row.getString("topic"),
                row.getInt("record_partition"),
                row.getLong("record_offset"),
                row.getString("event_key"),
                row.getString("headers"),
                row.getBytes("payload"),
                row.getBoolean("selected"));
    }

    /** The record as it was received. */
    ConsumerRecord<String, byte[]> message() {
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>(topic, partition, offset, key.isEmpty() ? null : key, payload);
        CloudEventHeaders.fromJson(headers)
                .forEach(
                        (name, value) ->
                                message.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
