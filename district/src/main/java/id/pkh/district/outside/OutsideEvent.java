package id.pkh.district.outside;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event as another system keeps it.
 *
 * @param id the same each time it comes
 * @param subject the family
 */
public record OutsideEvent(String id, String type, String subject, JsonNode data) {

    static OutsideEvent of(JsonNode cloudEvent) {
        return new OutsideEvent(
                cloudEvent.path("id").asText(),
                cloudEvent.path("type").asText(),
                cloudEvent.path("subject").asText(),
                cloudEvent.path("data"));
    }
}
