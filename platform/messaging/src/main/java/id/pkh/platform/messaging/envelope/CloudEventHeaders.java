package id.pkh.platform.messaging.envelope;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import id.pkh.platform.messaging.failure.PermanentFailure;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 in binary mode on Kafka: attributes in {@code ce_*} headers, the payload
 * unchanged.
 */
public final class CloudEventHeaders {

    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private CloudEventHeaders() {}

    /**
     * @throws PermanentFailure ENVELOPE_MALFORMED when a mandatory attribute is missing or
     *     unreadable
     */
    public static EventMeta read(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || message.key().isEmpty()) {
            throw new PermanentFailure("KEY_MISSING", "the record has no key");
        }
        String specversion = null;
        String id = null;
        String type = null;
        String source = null;
        String subject = null;
        String time = null;
        String sequence = null;
        String correlation = null;
        String causation = null;
        String attribute = null;
        String traceparent = null;
        for (Header header :
                message.headers()) { // if a name occurs several times, the last value counts
            switch (header.key()) {
                case "ce_specversion" -> specversion = text(header);
                case "ce_id" -> id = text(header);
                case "ce_type" -> type = text(header);
                case "ce_source" -> source = text(header);
                case "ce_subject" -> subject = text(header);
                case "ce_time" -> time = text(header);
                case "ce_sequence" -> sequence = text(header);
                case "ce_correlationid" -> correlation = text(header);
                case "ce_causationid" -> causation = text(header);
                case "ce_traceparent" -> attribute = text(header);
                case TRACEPARENT -> traceparent = text(header);
                default -> {
                    // not part of the envelope
                }
            }
        }
        if (!"1.0".equals(required("ce_specversion", specversion))) {
            throw new PermanentFailure("ENVELOPE_MALFORMED", "ce_specversion is not 1.0");
        }
        try {
            return new EventMeta(
                    UUID.fromString(required("ce_id", id)),
                    required("ce_type", type),
                    required("ce_source", source),
                    subject,
                    Rfc3339.parse(required("ce_time", time)),
                    Long.parseLong(required("ce_sequence", sequence)),
                    correlation,
                    causation,
                    attribute == null ? traceparent : attribute,
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    message.key());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new PermanentFailure(
                    "ENVELOPE_MALFORMED", "ce_id, ce_time or ce_sequence cannot be read", e);
        }
    }

    /** The last value of a header, or null. */
    public static String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : text(header);
    }

    /** The last value of each header, for keeping a record that could not be applied. */
    public static Map<String, String> toMap(Headers headers) {
        Map<String, String> map = new LinkedHashMap<>();
        headers.forEach(header -> map.put(header.key(), text(header)));
        return map;
    }

    /** Headers as they are stored with an event. */
    public static String toJson(Map<String, String> headers) {
        try {
            return WireFormat.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers cannot be written as JSON", e);
        }
    }

    public static Map<String, String> fromJson(String headers) {
        try {
            return WireFormat.mapper().readValue(headers, STRINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored headers are not JSON", e);
        }
    }

    private static String text(Header header) {
        byte[] value = header.value();
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static String required(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new PermanentFailure("ENVELOPE_MALFORMED", name + " is missing");
        }
        return value;
    }
}
