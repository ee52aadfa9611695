package id.pkh.console.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Converts a record to the form in which it is shown, even if it is not an event of this system.
 */
final class TailReader {

    private static final int MAX_PAYLOAD_BYTES = 4 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> AREA_FIELDS =
            List.of("village_code", "old_village_code", "new_village_code");

    private TailReader() {}

    static TailEvent read(ConsumerRecord<byte[], byte[]> message) {
        return new TailEvent(
                message.timestamp(),
                message.topic(),
                message.partition(),
                message.offset(),
                text(message.key()),
                header(message, "ce_type"),
                header(message, "ce_id"),
                header(message, "ce_correlationid"),
                beginning(message.value()),
                areaCodes(message.value()),
                false);
    }

    /** Only of a payload that can be read whole; any other names no area. */
    private static List<String> areaCodes(byte[] value) {
        List<String> codes = new ArrayList<>();
        try {
            JsonNode payload = value == null ? null : JSON.readTree(value);
            if (payload != null && payload.isObject()) {
                for (String field : AREA_FIELDS) {
                    if (payload.path(field).isTextual()) {
                        codes.add(payload.path(field).asText());
                    }
                }
            }
            return codes;
        } catch (IOException notJson) {
            return List.of();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static String beginning(byte[] value) {
        if (value == null || value.length <= MAX_PAYLOAD_BYTES) {
            return text(value);
        }
        return new String(value, 0, MAX_PAYLOAD_BYTES, StandardCharsets.UTF_8) + "…";
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
