package id.pkh.console.parked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.console.call.ServiceName;
import java.util.LinkedHashMap;
import java.util.Map;

/** One parked event with all its details. */
record ParkedDetail(
        ParkedEvent event, Map<String, String> headers, String payload, boolean payloadHidden) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ParkedDetail of(ServiceName service, JsonNode detail) {
        return new ParkedDetail(
                ParkedEvent.of(service, detail.path("event")),
                headers(detail.path("headers").asText("")),
                indented(detail.path("payload").asText("")),
                detail.path("payload_hidden").asBoolean());
    }

    public String correlationId() {
        return headers.getOrDefault("ce_correlationid", "");
    }

    /** Formatted if it is JSON; otherwise unchanged, because its form may be the fault. */
    static String indented(String payload) {
        try {
            JsonNode tree = JSON.readTree(payload);
            return tree.isMissingNode()
                    ? payload
                    : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (JsonProcessingException notJson) {
            return payload;
        }
    }

    private static Map<String, String> headers(String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        try {
            JSON.readTree(json)
                    .fields()
                    .forEachRemaining(h -> headers.put(h.getKey(), h.getValue().asText()));
        } catch (JsonProcessingException notJson) {
            headers.put("headers", json);
        }
        return headers;
    }
}
