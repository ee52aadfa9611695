package id.pkh.console.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.pkh.console.call.ServiceName;
import java.time.Instant;

/** An event in the journal of the service that published it. */
record JournalEvent(
        ServiceName service,
        String id,
        String type,
        String topic,
        String key,
        long sequence,
        Instant recordedAt,
        String correlationId,
        String causationId,
        JsonNode payload,
        boolean payloadHidden) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static JournalEvent of(ServiceName service, JsonNode event) {
        return new JournalEvent(
                service,
                event.path("event_id").asText(),
                event.path("event_type").asText(),
                event.path("topic").asText(),
                event.path("key").asText(),
                event.path("sequence").asLong(),
                Instant.parse(event.path("recorded_at").asText()),
                event.path("correlation_id").asText(),
                event.path("causation_id").isTextual() ? event.path("causation_id").asText() : "",
                tree(event.path("payload").asText("")),
                event.path("payload_hidden").asBoolean());
    }

    /**
     * The business date, which may be long before the time of recording; empty when there is none.
     */
    public String occurredOn() {
        return payload.path("occurred_on").asText("");
    }

    public String indented() {
        return payload.isMissingNode() ? "" : payload.toPrettyString();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
