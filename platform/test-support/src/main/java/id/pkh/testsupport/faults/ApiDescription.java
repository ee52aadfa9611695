package id.pkh.testsupport.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The operations that an application describes at {@code /q/openapi}. */
final class ApiDescription {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int MAX_DEPTH = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    static ApiDescription of(String json) {
        try {
            return new ApiDescription(JSON.readTree(json));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the API description is not JSON", unreadable);
        }
    }

    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(method -> METHODS.contains(method.getKey()))
                                        .forEach(
                                                method ->
                                                        operations.add(
                                                                operation(
                                                                        path.getKey(),
                                                                        path.getValue(),
                                                                        method.getKey(),
                                                                        method.getValue()))));
        return operations;
    }

    private ApiOperation operation(
            String path, JsonNode shared, String method, JsonNode described) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameters :
                List.of(shared.path("parameters"), described.path("parameters"))) {
            for (JsonNode parameter : parameters) {
                JsonNode resolved = resolved(parameter);
                if (resolved.path("in").asText().equals("query")) {
                    query.add(resolved.path("name").asText());
                }
            }
        }
        JsonNode content = resolved(described.path("requestBody")).path("content");
        List<String> mediaTypes = new ArrayList<>();
        content.fieldNames().forEachRemaining(mediaTypes::add);
        JsonNode schema = content.path("application/json").path("schema");
        return new ApiOperation(
                method.toUpperCase(),
                path,
                List.copyOf(query),
                schema.isMissingNode() ? null : plausible(schema, 0),
                List.copyOf(mediaTypes));
    }

    /** A value of the described type; whether the operation accepts it does not matter. */
    private JsonNode plausible(JsonNode described, int depth) {
        JsonNode schema = resolved(described);
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "array" -> {
                ArrayNode list = JSON.createArrayNode();
                yield depth > MAX_DEPTH
                        ? list
                        : list.add(plausible(schema.path("items"), depth + 1));
            }
            case "string" -> JSON.getNodeFactory().textNode(text(schema.path("format").asText()));
            default -> object(schema, depth);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.createObjectNode();
        if (depth <= MAX_DEPTH) {
            for (String combined : List.of("allOf", "anyOf", "oneOf")) {
                schema.path(combined)
                        .forEach(part -> object.setAll(object(resolved(part), depth + 1)));
            }
            schema.path("properties")
                    .properties()
                    .forEach(
                            field ->
                                    object.set(
                                            onTheWire(field.getKey()),
                                            plausible(field.getValue(), depth + 1)));
        }
        return object;
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> "0190a5b0-0000-7000-8000-0000000000ff";
            case "date" -> "2026-01-01";
            case "date-time" -> "2026-01-01T00:00:00Z";
            default -> "2026-01";
        };
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** The wire has snake_case. */
    private static String onTheWire(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase();
    }
}
