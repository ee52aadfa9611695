package id.pkh.testsupport.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An event of the service under test, from its outbox or from a topic. */
public record PublishedEvent(
        UUID id,
        String type,
        String topic,
        long sequence,
        String causationId,
        String correlationId,
        JsonNode payload) {

    /** The type without its context and version, such as {@code kpm-state}. */
    public String name() {
        return type.replaceAll("^id\\.pkh\\.[a-z]+\\.|\\.v\\d+$", "");
    }

    /** A field of the payload; null when it is missing or null there. */
    public String text(String field) {
        return payload.path(field).asText(null);
    }

    /** The elements of a list in the payload. */
    public List<String> list(String field) {
        List<String> texts = new ArrayList<>();
        payload.get(field).forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
