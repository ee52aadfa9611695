package id.pkh.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A parked event as a redrive sees it.
 *
 * @param selected whether it was asked for; if not, it can only follow one that was
 * @param tried whether this redrive has tried it already
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
        String reason,
        boolean selected,
        boolean tried) {

    static final String COLUMNS =
            "parked_id, topic, record_partition, record_offset, event_key, headers, payload, reason";

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    /** Of a row with {@link #COLUMNS}, {@code selected} and {@code tried}. */
    static ParkedRow of(ResultSet row) throws SQLException {
        return new ParkedRow(
                row.getLong("parked_id"),
                row.getString("topic"),
                row.getInt("record_partition"),
                row.getLong("record_offset"),
                row.getString("event_key"),
                row.getString("headers"),
                row.getBytes("payload"),
                row.getString("reason"),
                row.getBoolean("selected"),
                row.getBoolean("tried"));
    }

    /** Events that only waited behind another follow it by themselves. */
    boolean mayBeTried() {
        return !tried && (selected || reason.equals(Parking.BEHIND));
    }

    /** As it came from the topic. */
    ConsumerRecord<String, byte[]> message() {
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>(topic, partition, offset, key.isEmpty() ? null : key, payload);
        try {
            WireFormat.mapper()
                    .readValue(headers, STRINGS)
                    .forEach(
                            (name, value) ->
                                    message.headers()
                                            .add(name, value.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored headers are not JSON", e);
        }
        return message;
    }
}
