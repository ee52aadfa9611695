package id.pkh.testsupport.description.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.testsupport.description.DescribedOperation;
import id.pkh.testsupport.rest.Caller;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends the example of an operation, with what the running service has in place of its texts. */
final class ExampleCall {

    private final List<Map.Entry<String, String>> actual;

    ExampleCall(Map<String, String> actual) {
        this.actual =
                actual.entrySet().stream()
                        .sorted(
                                Comparator.comparing(
                                        (Map.Entry<String, String> each) ->
                                                -each.getKey().length()))
                        .toList();
    }

    void send(DescribedOperation operation, Caller caller) {
        RequestSpecification request = caller.request();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            if (name.equals("Idempotency-Key")) {
                request.header(name, UUID.randomUUID());
            } else if (parameter.has("example")) {
                String value = actual(parameter.get("example").asText());
                switch (parameter.path("in").asText()) {
                    case "path" -> request.pathParam(name, value);
                    case "query" -> request.queryParam(name, value);
                    default -> request.header(name, value);
                }
            }
        }
        operation.request().entrySet().stream()
                .filter(content -> isText(content.getKey()))
                .findFirst()
                .ifPresent(
                        content ->
                                request.contentType(content.getKey())
                                        .body(bodyOf(content.getValue().path("example"))));
        Response response = request.request(operation.method(), operation.path());
        assertThat(response.statusCode()).as("%s", response.asString()).isIn(operation.successes());
    }

    private byte[] bodyOf(JsonNode example) {
        String text = example.isTextual() ? example.asText() : example.toString();
        return actual(text).getBytes(StandardCharsets.UTF_8);
    }

    static boolean isText(String type) {
        return type.matches("text/.*|application/(json|xml)");
    }

    private String actual(String text) {
        String replaced = text;
        for (Map.Entry<String, String> each : actual) {
            replaced = replaced.replace(each.getKey(), each.getValue());
        }
        return replaced;
    }
}
