package id.pkh.testsupport.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private final List<Route> routes;

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
        routes = operations.stream().map(each -> new Route(each.paths(), each)).toList();
    }

    /** An operation with its paths, which every answer to a test is compared with. */
    private record Route(Pattern paths, DescribedOperation operation) {

        boolean isAt(String method, String path) {
            return operation.method().equalsIgnoreCase(method) && paths.matcher(path).matches();
        }
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
        return routes.stream()
                .filter(route -> route.isAt(method, path))
                .map(Route::operation)
                .findFirst();
    }

    /** What is wrong with a body; empty if nothing is. */
    public List<String> faults(JsonNode schema, String body) {
        return schemas.faults(schema, body);
    }

    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }
}
