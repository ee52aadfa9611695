package id.pkh.platform.messaging.envelope;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.contracts.catalogue.EventCatalogue;
import java.util.Set;

/** The payload of an event as people and other systems may see it. */
public final class ShownPayload {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ShownPayload() {}

    /** The payload as it was sent, without the texts that events of before carried. */
    public static String of(String eventType, String payload) {
        Set<String> former =
                eventType == null ? Set.of() : EventCatalogue.formerFieldsOf(eventType);
        if (former.isEmpty()) {
            return payload;
        }
        try {
            JsonNode tree = JSON.readTree(payload);
            if (!(tree instanceof ObjectNode object) || former.stream().noneMatch(object::has)) {
                return payload;
            }
            return object.remove(former).toString();
        } catch (JsonProcessingException notJson) {
            return payload;
        }
    }
}
