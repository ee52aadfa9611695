package id.pkh.platform.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.platform.security.AreaScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a caller sees of an event. Everyone who may repair sees its envelope: type, topic, position,
 * key and ids. Its content is about families, so only callers of their areas see it.
 */
final class EventContent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLOUD_EVENT = "ce_";
    private static final Set<String> ENVELOPE = Set.of("traceparent", "content-type");

    private EventContent() {}

    /** An event that names no area lies in no area but the whole country. */
    static boolean isWithin(AreaScope areas, Collection<String> areaCodes) {
        return areas.isEverywhere()
                || (!areaCodes.isEmpty() && areaCodes.stream().allMatch(areas::covers));
    }

    /** The headers of the envelope; any other could state something about a family. */
    static String envelopeOnly(String headers) {
        try {
            JsonNode tree = JSON.readTree(headers);
            if (!(tree instanceof ObjectNode object)) {
                return "{}";
            }
            List<String> foreign = new ArrayList<>();
            object.fieldNames()
                    .forEachRemaining(
                            name -> {
                                if (!isOfEnvelope(name)) {
                                    foreign.add(name);
                                }
                            });
            return object.remove(foreign).toString();
        } catch (JsonProcessingException notJson) {
            return "{}";
        }
    }

    private static boolean isOfEnvelope(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith(CLOUD_EVENT) || ENVELOPE.contains(name);
    }
}
