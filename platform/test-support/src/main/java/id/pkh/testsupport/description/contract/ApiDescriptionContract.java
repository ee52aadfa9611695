package id.pkh.testsupport.description.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.pkh.testsupport.description.ApiDocument;
import id.pkh.testsupport.description.DescribedOperation;
import id.pkh.testsupport.rest.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the API description of a service promises. A service has a test that extends this one and
 * provides the data that the examples need.
 */
public abstract class ApiDescriptionContract {

    private static final String WRITE = "pkh.openapi.write";

    private final String service;

    protected ApiDescriptionContract(String service) {
        this.service = service;
    }

    /**
     * Provides what the examples speak of.
     *
     * @return texts of the examples, such as identifiers, and what they are in the running service
     */
    protected abstract Map<String, String> provide();

    /** The caller who sends an example; by default one with the first of the permitted roles. */
    protected Caller callerOf(String operationId, List<String> roles) {
        return roles.isEmpty() ? Caller.anonymous() : Caller.as(roles.get(0), "*");
    }

    /** The order in which examples are sent, if one needs another: smaller numbers first. */
    protected int orderOf(String operationId, String method) {
        return method.equals("get") ? 2 : 1;
    }

    @Test
    void everyOperationHasASummaryAndRoles() {
        for (DescribedOperation operation : ApiDocument.served().operations()) {
            assertThat(operation.node().path("summary").asText()).as(operation.id()).isNotBlank();
            assertThat(operation.roles().isEmpty())
                    .as("%s has roles, or needs no token", operation.id())
                    .isEqualTo(operation.needsNoToken());
        }
        assertThat(ApiDocument.served().operations())
                .extracting(DescribedOperation::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyOperationIsComplete() {
        Map<String, List<String>> incomplete = new TreeMap<>();
        for (DescribedOperation operation : ApiDocument.served().operations()) {
            List<String> lacks = lacking(operation);
            if (!lacks.isEmpty()) {
                incomplete.put(operation.method() + " " + operation.path(), lacks);
            }
        }
        assertThat(incomplete).isEmpty();
    }

    @Test
    void schemasHaveNamesOfTheField() {
        assertThat(names(ApiDocument.served().root().at("/components/schemas")))
                .noneMatch(name -> name.matches(".*View|Page[A-Z].*|.*Dto|UUID|Instant|Local.*"));
    }

    @Test
    void everyReferenceNamesSomething() {
        JsonNode root = ApiDocument.served().root();
        assertThat(root.findValuesAsText("$ref"))
                .allSatisfy(
                        reference ->
                                assertThat(root.at(reference.substring(1)).isMissingNode())
                                        .as(reference)
                                        .isFalse());
    }

    @Test
    void everyExampleFitsItsSchema() {
        ApiDocument document = ApiDocument.served();
        List<String> faults = new ArrayList<>();
        for (DescribedOperation operation : document.operations()) {
            operation
                    .request()
                    .forEach(
                            (type, content) -> {
                                if (type.equals("application/json")) {
                                    addFaults(operation.id() + " request", content, faults);
                                }
                            });
            operation
                    .responses()
                    .forEach(
                            (status, response) ->
                                    DescribedOperation.contentOf(response)
                                            .values()
                                            .forEach(
                                                    content ->
                                                            addFaults(
                                                                    operation.id() + " " + status,
                                                                    content,
                                                                    faults)));
        }
        assertThat(faults).isEmpty();
    }

    /** Of two schemas with one name the second gets a number, and clients a class of that name. */
    @Test
    void everySchemaHasANameOfItsOwn() {
        List<String> names = new ArrayList<>();
        ApiDocument.served()
                .root()
                .at("/components/schemas")
                .fieldNames()
                .forEachRemaining(names::add);
        assertThat(names).isNotEmpty().noneMatch(name -> name.matches(".*[a-z][1-9](Page)?"));
    }

    @Test
    void everyExampleIsAnsweredAsDescribed() {
        List<String> faults = new ArrayList<>();
        ServiceExamples examples = new ServiceExamples(this);
        ExampleCall calls = new ExampleCall(provide());
        for (DescribedOperation operation : examples.inOrder()) {
            try {
                calls.send(operation, examples.callerOf(operation));
            } catch (AssertionError fault) {
                faults.add(operation.id() + ": " + fault.getMessage());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theStoredDescriptionIsTheServedOne() throws IOException {
        Path stored = Path.of("..", "docs", "openapi", service + ".json");
        JsonNode served = ApiDocument.served().root();
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(stored.getParent());
            Files.writeString(stored, json.writeValueAsString(served) + "\n");
        }
        if (!Files.exists(stored) || !json.readTree(stored.toFile()).equals(served)) {
            fail(
                    "docs/openapi/%s.json is not what the service serves. If the change is meant,"
                            + " write it with: mvn test -pl %s -Dtest=%s -D%s=true",
                    service, service, getClass().getSimpleName(), WRITE);
        }
    }

    private static List<String> lacking(DescribedOperation operation) {
        List<String> lacks = new ArrayList<>();
        if (!operation.node().has("operationId")) {
            lacks.add("operationId");
        }
        operation.parameters().stream()
                .filter(each -> each.path("required").asBoolean() && !each.has("example"))
                .forEach(each -> lacks.add("example of " + each.path("name").asText()));
        operation
                .request()
                .forEach(
                        (type, content) -> {
                            if (ExampleCall.isText(type) && !content.has("example")) {
                                lacks.add("example of the request as " + type);
                            }
                        });
        for (int status : operation.successes()) {
            JsonNode response = operation.responses().get(status);
            if (response.has("content") && DescribedOperation.contentOf(response).isEmpty()) {
                lacks.add("content of " + status);
            }
            DescribedOperation.contentOf(response)
                    .forEach(
                            (type, content) -> {
                                if (content.path("schema").isEmpty()) {
                                    lacks.add("schema of " + status);
                                }
                                if (ExampleCall.isText(type) && !content.has("example")) {
                                    lacks.add("example of " + status);
                                }
                            });
        }
        return lacks;
    }

    private static void addFaults(String where, JsonNode content, List<String> faults) {
        ApiDocument document = ApiDocument.served();
        List<JsonNode> examples = new ArrayList<>();
        if (content.has("example")) {
            examples.add(content.get("example"));
        }
        content.path("examples")
                .forEach(each -> examples.add(document.resolved(each).path("value")));
        for (JsonNode example : examples) {
            document.faults(content.path("schema"), example.toString())
                    .forEach(fault -> faults.add(where + ": " + fault));
        }
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
