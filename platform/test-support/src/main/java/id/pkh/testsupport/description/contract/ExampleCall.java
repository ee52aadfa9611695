package id.pkh.testsupport.description.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.testsupport.description.DescribedOperation;
import id.pkh.testsupport.files.Images;
import id.pkh.testsupport.rest.Caller;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

/** Sends the example of an operation, with what the running service has in place of its texts. */
public final class ExampleCall {

    private static final String KEY = "Idempotency-Key";
    private static final byte[] NOTHING = {};
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
        HttpResponse<String> response = answer(operation, caller);
        assertThat(response.statusCode()).as("%s", response.body()).isIn(operation.successes());
    }

    /** The answer to the example. */
    public HttpResponse<String> answer(DescribedOperation operation, Caller caller) {
        return answer(operation, caller, "");
    }

    /** The answer to the example with something behind its body, so that it has other bytes. */
    public HttpResponse<String> answer(
            DescribedOperation operation, Caller caller, String behindTheBody) {
        Map<String, String> headers = headers(operation, true);
        byte[] body = NOTHING;
        Optional<String> type = bodyType(operation);
        if (type.isPresent()) {
            headers.put("Content-Type", type.get());
            body = bodyOf(operation.request().get(type.get()).path("example"), behindTheBody);
        }
        if (takesImage(operation)) {
            headers.put("Content-Type", "image/png");
            body = Images.png(3, 2);
        }
        return caller.send(operation.method(), address(operation, true), headers, body);
    }

    private static boolean takesImage(DescribedOperation operation) {
        return operation.request().containsKey("image/png");
    }

    /** The answer to the example without the filters that may be left out. */
    public HttpResponse<String> unfiltered(DescribedOperation operation, Caller caller) {
        return caller.send(
                operation.method(), address(operation, false), headers(operation, false), NOTHING);
    }

    /** The answer to a request about nothing that exists, which cannot change anything. */
    public HttpResponse<String> aboutNothing(DescribedOperation operation, Caller caller) {
        String address = operation.path().replaceAll("\\{[^}]+}", UNKNOWN_ID);
        Optional<String> type = operation.request().keySet().stream().findFirst();
        return caller.send(
                operation.method(),
                address,
                type.map(each -> Map.of("Content-Type", each)).orElse(Map.of()),
                type.isPresent() ? "{}".getBytes(StandardCharsets.UTF_8) : NOTHING);
    }

    /** What the running service has in place of a text of the examples. */
    public String actual(String text) {
        String replaced = text;
        for (Map.Entry<String, String> each : actual) {
            replaced = replaced.replace(each.getKey(), each.getValue());
        }
        return replaced;
    }

    private String address(DescribedOperation operation, boolean filters) {
        String path = operation.path();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : sent(operation, filters)) {
            String name = parameter.path("name").asText();
            String value = encoded(actual(parameter.path("example").asText()));
            if (isIn("path", parameter)) {
                path = path.replace("{" + name + "}", value);
            } else if (isIn("query", parameter)) {
                query.add(name + "=" + value);
            }
        }
        return path + query;
    }

    private Map<String, String> headers(DescribedOperation operation, boolean filters) {
        Map<String, String> headers = new HashMap<>();
        for (JsonNode parameter : sent(operation, filters)) {
            String name = parameter.path("name").asText();
            if (name.equals(KEY)) {
                headers.put(name, UUID.randomUUID().toString());
            } else if (isIn("header", parameter)) {
                headers.put(name, actual(parameter.path("example").asText()));
            }
        }
        return headers;
    }

    private static List<JsonNode> sent(DescribedOperation operation, boolean filters) {
        return operation.parameters().stream()
                .filter(
                        each ->
                                each.path("name").asText().equals(KEY)
                                        || each.has("example")
                                                && (filters || each.path("required").asBoolean()))
                .toList();
    }

    private static boolean isIn(String place, JsonNode parameter) {
        return parameter.path("in").asText().equals(place);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
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
