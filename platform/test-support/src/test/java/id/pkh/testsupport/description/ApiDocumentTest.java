package id.pkh.testsupport.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDocumentTest {

    private final ApiDocument document =
            ApiDocument.read(
                    """
                    {"openapi": "3.0.3",
                     "paths": {
                      "/api/v1/groups/{id}": {"get": {"operationId": "getGroup", "responses": {"200":
                        {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Group"}}}}}}},
                      "/api/v1/groups/count": {"get": {"operationId": "countGroups", "responses": {"404":
                        {"$ref": "#/components/responses/NOT_FOUND"}}}}},
                     "components": {
                      "responses": {"NOT_FOUND": {"content": {"application/problem+json": {"schema":
                        {"$ref": "#/components/schemas/Problem"}}}}},
                      "schemas": {
                       "Problem": {"type": "object", "properties": {"code": {"type": "string"}},
                                   "additionalProperties": true},
                       "Officers": {"type": "object", "nullable": true,
                                    "properties": {"chair": {"type": "string", "format": "uuid"}}},
                       "Group": {"type": "object", "required": ["name", "officers"],
                        "properties": {"name": {"type": "string"},
                                       "formed_on": {"type": "string", "format": "date"},
                                       "kind": {"type": "string", "nullable": true, "enum": ["A", null]},
                                       "officers": {"$ref": "#/components/schemas/Officers"}}}}}}
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"Melati\", \"officers\": null}",
                "{\"name\": \"Melati\", \"officers\": null, \"kind\": null}",
                "{\"name\": \"Melati\", \"officers\": {\"chair\": \"01983f2a-6c10-7b3e-9d51-3f0a7c2e1b44\"}}",
            })
    void whatIsDescribedHasNoFault(String json) {
        assertThat(document.faults(schemaOf("getGroup", 200), json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"officers\": null}",
                "{\"name\": null, \"officers\": null}",
                "{\"name\": \"Melati\", \"officers\": null, \"other\": 1}",
                "{\"name\": \"Melati\", \"officers\": null, \"kind\": \"B\"}",
                "{\"name\": \"Melati\", \"officers\": null, \"formed_on\": \"01/02/2026\"}",
                "{\"name\": \"Melati\", \"officers\": {\"chair\": \"sari\"}}",
                "{\"name\": \"Melati\", \"officers\": {\"treasurer\": \"sari\"}}",
            })
    void whatIsNotDescribedIsAFault(String json) {
        assertThat(document.faults(schemaOf("getGroup", 200), json)).isNotEmpty();
    }

    @Test
    void aRefusalMayHaveFurtherMembers() {
        JsonNode schema = schemaOf("countGroups", 404);

        assertThat(document.faults(schema, "{\"code\": \"NOT_FOUND\", \"id\": 7}")).isEmpty();
        assertThat(document.faults(schema, "{\"code\": 7}")).isNotEmpty();
    }

    @Test
    void anOperationIsFoundByItsPathAndTheMoreSpecificOneFirst() {
        assertThat(document.operation("GET", "/api/v1/groups/count").orElseThrow().id())
                .isEqualTo("countGroups");
        assertThat(document.operation("GET", "/api/v1/groups/7").orElseThrow().id())
                .isEqualTo("getGroup");
        assertThat(document.operation("GET", "/api/v1/groups/7/officers")).isEmpty();
        assertThat(document.operation("POST", "/api/v1/groups/7")).isEmpty();
    }

    private JsonNode schemaOf(String operationId, int status) {
        DescribedOperation operation =
                document.operations().stream()
                        .filter(each -> each.id().equals(operationId))
                        .findFirst()
                        .orElseThrow();
        return DescribedOperation.contentOf(operation.responses().get(status))
                .values()
                .iterator()
                .next()
                .path("schema");
    }
}
