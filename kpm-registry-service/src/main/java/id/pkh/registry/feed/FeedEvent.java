package id.pkh.registry.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.platform.messaging.envelope.AreaCodes;
import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.envelope.ShownPayload;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.messaging.failure.PermanentFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event before it has a position.
 *
 * @param areaCodes the villages that the payload names
 * @param event the CloudEvent in the JSON form
 */
record FeedEvent(UUID id, String type, Instant time, List<String> areaCodes, String event) {

    static FeedEvent of(EventMeta meta, byte[] payload) {
        return new FeedEvent(
                meta.id(),
                meta.type(),
                meta.time(),
                AreaCodes.in(payload).stream().distinct().toList(),
                written(meta, payload));
    }

    private static String written(EventMeta meta, byte[] payload) {
        ObjectNode event = WireFormat.mapper().createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", meta.id().toString());
        event.put("source", meta.source());
        event.put("type", meta.type());
        event.put("subject", meta.subject() == null ? meta.key() : meta.subject());
        event.put("time", meta.time().toString());
        event.put("datacontenttype", "application/json");
        event.put("sequence", Long.toString(meta.sequence()));
        event.put("correlationid", meta.correlationId());
        if (meta.causationId() != null) {
            event.put("causationid", meta.causationId());
        }
        event.set("data", dataOf(meta, payload));
        return event.toString();
    }

    private static JsonNode dataOf(EventMeta meta, byte[] payload) {
        try {
            JsonNode data =
                    WireFormat.mapper()
                            .readTree(
                                    ShownPayload.of(
                                            meta.type(),
                                            new String(payload, StandardCharsets.UTF_8)));
            if (data instanceof ObjectNode) {
                return data;
            }
        } catch (JsonProcessingException notJson) {
            throw new PermanentFailure("PAYLOAD_UNREADABLE", "the payload is not JSON", notJson);
        }
        throw new PermanentFailure("PAYLOAD_UNREADABLE", "the payload is no object");
    }
}
