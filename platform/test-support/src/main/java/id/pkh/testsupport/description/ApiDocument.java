package id.pkh.testsupport.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The API description of the application under test. */
public final class ApiDocument {

    /** The one place that knows where an application serves its description. */
    private static final String ADDRESS = "/q/openapi?format=json";

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private static ApiDocument served;
    private static String servedFrom;

    private final JsonNode root;
    private final JsonSchemas schemas;
    private final List<DescribedOperation> operations = new ArrayList<>();

    ApiDocument(JsonNode root) {
        this.root = root;
        this.schemas = new JsonSchemas(root.path("components"));
        root.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                each -> {
                                                    if (METHODS.contains(each.getKey())) {
                                                        operations.add(
                                                                new DescribedOperation(
                                                                        each.getKey(),
                                                                        path.getKey(),
                                                                        each.getValue(),
                                                                        this));
                                                    }
                                                }));
        operations.sort(Comparator.comparingInt(DescribedOperation::pathParameters));
    }

    /** Read once from each application that is started. */
    public static synchronized ApiDocument served() {
        String from = RestAssured.baseURI + ":" + RestAssured.port;
        if (served == null || !from.equals(servedFrom)) {
            served = read(RestAssured.get(ADDRESS).then().statusCode(200).extract().asString());
            servedFrom = from;
        }
        return served;
    }

    static ApiDocument read(String json) {
        try {
            return new ApiDocument(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the API description is not JSON", unreadable);
        }
    }

    public JsonNode root() {
        return root;
    }

    public List<DescribedOperation> operations() {
        return operations;
    }

    Optional<DescribedOperation> operation(String method, String path) {
        return operations.stream().filter(each -> each.isAt(method, path)).findFirst();
    }

    /** What is wrong with a body; empty if nothing is. */
    public List<String> faults(JsonNode schema, String body) {
        return schemas.faults(schema, body);
    }

    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }
}
