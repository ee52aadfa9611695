package id.pkh.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes of fields that break callers and that openapi-diff passes over: another type, a field of
 * an answer that may now be null, and a field that a request must not have any more.
 */
final class NarrowedFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NarrowedFields() {}

    static List<String> between(String before, String after) {
        List<String> narrowed = new ArrayList<>();
        JsonNode schemasAfter = schemasOf(after);
        schemasOf(before)
                .properties()
                .forEach(
                        schema -> {
                            JsonNode now = schemasAfter.path(schema.getKey());
                            schema.getValue()
                                    .path("properties")
                                    .properties()
                                    .forEach(
                                            field ->
                                                    compare(
                                                            schema.getKey() + "." + field.getKey(),
                                                            field.getValue(),
                                                            now.path("properties")
                                                                    .path(field.getKey()),
                                                            isOfRequest(schema.getValue()),
                                                            narrowed));
                        });
        return narrowed;
    }

    private static void compare(
            String name, JsonNode before, JsonNode now, boolean ofRequest, List<String> narrowed) {
        if (now.isMissingNode()) {
            if (ofRequest) {
                narrowed.add(name + " is refused");
            }
            return; // openapi-diff reports a missing field of an answer
        }
        if (!before.path("type").equals(now.path("type"))
                || !before.path("$ref").equals(now.path("$ref"))) {
            narrowed.add(name + " has another type");
        }
        boolean mayBeNull = now.path("nullable").asBoolean();
        if (!ofRequest && mayBeNull && !before.path("nullable").asBoolean()) {
            narrowed.add(name + " may be null");
        }
    }

    /** Requests are closed, answers are not. */
    private static boolean isOfRequest(JsonNode schema) {
        return schema.has("additionalProperties")
                && !schema.get("additionalProperties").asBoolean(true);
    }

    private static JsonNode schemasOf(String document) {
        try {
            return JSON.readTree(document).at("/components/schemas");
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
