package id.pkh.testsupport.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Validates JSON against the schemas of an API description. A schema of OpenAPI 3.0 is first
 * brought into JSON Schema. Objects are closed, so that a field that is not described is a fault.
 */
final class JsonSchemas {

    private static final String COMPONENTS = "#/components/schemas/";

    /** Under this name all schemas refer to those with names, so that these are read once. */
    private static final String NAMED = "https://pkh.invalid/schemas";

    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> compiled = new HashMap<>();

    JsonSchemas(JsonNode components) {
        JsonNode definitions = jsonSchemaOf(components.path("schemas").deepCopy());
        definitions.forEach(JsonSchemas::close);
        this.registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder ->
                                builder.schemas(Map.of(NAMED, "{\"$defs\":" + definitions + "}"))
                                        .schemaRegistryConfig(
                                                SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .build()));
    }

    /** What is wrong with a text that should fit the schema; empty if nothing is. */
    synchronized List<String> faults(JsonNode schema, String json) {
        return compiled
                .computeIfAbsent(schema, this::compile)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        return registry.getSchema(jsonSchemaOf(schema.deepCopy()).toString(), InputFormat.JSON);
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.path("anyOf").forEach(JsonSchemas::close); // the object of a nullable schema
    }

    private static JsonNode jsonSchemaOf(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, jsonSchemaOf(array.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(jsonSchemaOf(field.getValue())));
            if (object.path("$ref").asText().startsWith(COMPONENTS)) {
                String name = object.get("$ref").asText().substring(COMPONENTS.length());
                object.put("$ref", NAMED + "#/$defs/" + name);
            }
            return object.path("nullable").asBoolean() ? nullable(object) : object;
        }
        return node;
    }

    private static JsonNode nullable(ObjectNode object) {
        object.remove("nullable");
        ObjectNode either = object.objectNode();
        either.putArray("anyOf").add(object).addObject().put("type", "null");
        return either;
    }
}
