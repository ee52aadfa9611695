package id.pkh.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 in binary mode on Kafka: attributes in {@code ce_*} headers, the payload as it
 * is.
 */
final class CloudEventHeaders {

    static final String CONTENT_TYPE = "content-type";
    static final String TRACEPARENT = "traceparent";

    private CloudEventHeaders() {}

    /**
     * @throws PermanentFailure ENVELOPE_MALFORMED when a mandatory attribute is missing or
     *     unreadable
     */
    static EventMeta read(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || message.key().isEmpty()) {
            throw new PermanentFailure("KEY_MISSING", "the record has no key");
        }
        Headers headers = message.headers();
        if (!"1.0".equals(required(headers, "ce_specversion"))) {
            throw new PermanentFailure("ENVELOPE_MALFORMED", "ce_specversion is not 1.0");
        }
        String traceparent = optional(headers, "ce_traceparent");
        try {
            return new EventMeta(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_type"),
                    required(headers, "ce_source"),
                    optional(headers, "ce_subject"),
                    Instant.parse(required(headers, "ce_time")),
                    Long.parseLong(required(headers, "ce_sequence")),
                    optional(headers, "ce_correlationid"),
                    optional(headers, "ce_causationid"),
                    traceparent == null ? optional(headers, TRACEPARENT) : traceparent,
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    message.key());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new PermanentFailure(
                    "ENVELOPE_MALFORMED", "ce_id, ce_time or ce_sequence cannot be read", e);
        }
    }

    static String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Last value of each header, for keeping a record that could not be applied. */
    static Map<String, String> toMap(Headers headers) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Header header : headers) {
            map.put(header.key(), optional(headers, header.key()));
        }
        return map;
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null || value.isBlank()) {
            throw new PermanentFailure("ENVELOPE_MALFORMED", name + " is missing");
        }
        return value;
    }
}
