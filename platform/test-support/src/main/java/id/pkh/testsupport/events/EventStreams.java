package id.pkh.testsupport.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The topics as the other services use them: events of the catalogue, in binary CloudEvents. The
 * consumer may not have read an event yet when the sender returns, see {@link EventArrivals}.
 */
public class EventStreams extends TopicWriter {

    private final String bootstrapServers;
    private final ObjectMapper json;

    /**
     * @param json writes payloads as they are on the wire
     */
    public EventStreams(String bootstrapServers, ObjectMapper json) {
        super(bootstrapServers);
        this.bootstrapServers = bootstrapServers;
        this.json = json;
    }

    /** Publishes with a new event id, and returns the id. */
    public UUID publish(Event event, long sequence) {
        return publish(UUID.randomUUID(), event, sequence);
    }

    public UUID publish(UUID eventId, Event event, long sequence) {
        return publish(eventId, EventCatalogue.of(event), event, sequence);
    }

    /** Publishes an event under a type that need not be its own. */
    public UUID publish(UUID eventId, EventType<?> type, Event event, long sequence) {
        try {
            Map<String, String> headers = headers(eventId, type.type(), sequence);
            headers.put("ce_subject", type.keyOf(event));
            send(type.topic(), type.keyOf(event), json.writeValueAsBytes(event), headers);
            return eventId;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, String> headers(UUID eventId, String type, long sequence) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId.toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/pkh/test");
        headers.put("ce_time", "2026-01-16T03:00:00Z");
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_correlationid", "story-" + eventId);
        headers.put("content-type", "application/json");
        return headers;
    }

    /** Every event that a topic has under a key by now, in order. */
    public List<PublishedEvent> published(String topic, Object key) {
        return TopicReader.records(bootstrapServers, topic, key).stream()
                .map(this::published)
                .toList();
    }

    private PublishedEvent published(ConsumerRecord<String, byte[]> message) {
        try {
            return new PublishedEvent(
                    UUID.fromString(header(message, "ce_id")),
                    header(message, "ce_type"),
                    message.topic(),
                    Long.parseLong(header(message, "ce_sequence")),
                    header(message, "ce_causationid"),
                    header(message, "ce_correlationid"),
                    json.readTree(message.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
