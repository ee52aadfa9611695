package id.pkh.testsupport.description.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.testsupport.description.DescribedOperation;
import id.pkh.testsupport.files.Images;
import id.pkh.testsupport.rest.Caller;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sends the example of an operation, with what the running service has in place of its texts. */
public final class ExampleCall {

    private static final String UNKNOWN_ID = "0190a5b0-0000-7000-8000-0000000000ff";

    private final List<Map.Entry<String, String>> actual;

    /**
     * @param actual texts of the examples, and what they are in the running service
     */
    public ExampleCall(Map<String, String> actual) {
        this.actual =
                actual.entrySet().stream()
                        .sorted(
                                Comparator.comparing(
                                        (Map.Entry<String, String> each) ->
                                                -each.getKey().length()))
                        .toList();
    }

    void send(DescribedOperation operation, Caller caller) {
        Response response = answer(operation, caller);
        assertThat(response.statusCode()).as("%s", response.asString()).isIn(operation.successes());
    }

    /** The answer to the example. */
    public Response answer(DescribedOperation operation, Caller caller) {
        return answer(operation, caller, "");
    }

    /** The answer to the example with something behind its body, so that it has other bytes. */
    public Response answer(DescribedOperation operation, Caller caller, String behindTheBody) {
        RequestSpecification request = withParameters(operation, caller, true);
        bodyType(operation)
                .ifPresent(
                        type ->
                                request.contentType(type)
                                        .body(
                                                bodyOf(
                                                        operation
                                                                .request()
                                                                .get(type)
                                                                .path("example"),
                                                        behindTheBody)));
        if (takesImage(operation)) {
            request.contentType("image/png").body(Images.png(3, 2));
        }
        return request.request(operation.method(), operation.path());
    }

    private static boolean takesImage(DescribedOperation operation) {
        return operation.request().containsKey("image/png");
    }

    /** The answer to the example without the filters that may be left out. */
    public Response unfiltered(DescribedOperation operation, Caller caller) {
        return withParameters(operation, caller, false)
                .request(operation.method(), operation.path());
    }

    /** The answer to a request about nothing that exists, which cannot change anything. */
    public Response aboutNothing(DescribedOperation operation, Caller caller) {
        RequestSpecification request = caller.request();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("path")) {
                request.pathParam(parameter.path("name").asText(), UNKNOWN_ID);
            }
        }
        operation.request().keySet().stream()
                .findFirst()
                .ifPresent(type -> request.contentType(type).body("{}".getBytes()));
        return request.request(operation.method(), operation.path());
    }

    /** What the running service has in place of a text of the examples. */
    public String actual(String text) {
        String replaced = text;
        for (Map.Entry<String, String> each : actual) {
            replaced = replaced.replace(each.getKey(), each.getValue());
        }
        return replaced;
    }

    private RequestSpecification withParameters(
            DescribedOperation operation, Caller caller, boolean filters) {
        RequestSpecification request = caller.request();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            if (name.equals("Idempotency-Key")) {
                request.header(name, UUID.randomUUID());
            } else if (parameter.has("example")
                    && (filters || parameter.path("required").asBoolean())) {
                String value = actual(parameter.get("example").asText());
                switch (parameter.path("in").asText()) {
                    case "path" -> request.pathParam(name, value);
                    case "query" -> request.queryParam(name, value);
                    default -> request.header(name, value);
                }
            }
        }
        return request;
    }

    private static Optional<String> bodyType(DescribedOperation operation) {
        return operation.request().keySet().stream().filter(ExampleCall::isText).findFirst();
    }

    private byte[] bodyOf(JsonNode example, String behind) {
        String text = example.isTextual() ? example.asText() : example.toString();
        return (actual(text) + behind).getBytes(StandardCharsets.UTF_8);
    }

    static boolean isText(String type) {
        return type.matches("text/.*|application/(json|xml)");
    }
}
