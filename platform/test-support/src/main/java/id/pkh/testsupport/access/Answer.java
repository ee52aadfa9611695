package id.pkh.testsupport.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.testsupport.description.Received;
import id.pkh.testsupport.rest.ResponseHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The answer to an attack.
 *
 * @param wrong what differs from the API description, or headers that are missing
 */
record Answer(int status, String body, List<String> wrong) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer to(Supplier<HttpResponse<String>> request) {
        try {
            HttpResponse<String> response = request.get();
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    ResponseHeaders.missing(Received.from(response)));
        } catch (AssertionError differs) {
            return new Answer(0, "", List.of(differs.getMessage()));
        }
    }

    boolean isWrong() {
        return !wrong.isEmpty();
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Refused as if it did not exist, or because it lies outside the areas of the caller. */
    boolean isRefused() {
        return status == 403
                || status == 404
                || (status == 422 && code().matches("\\w+_(UNKNOWN|OUTSIDE_AREAS)"));
    }

    boolean isRefusedWith(int expectedStatus, String code) {
        return status == expectedStatus && code().startsWith(code);
    }

    String code() {
        return json().path("code").asText();
    }

    /** A list, or an object that has lists, such as a page. */
    boolean isList() {
        return !lists().isEmpty();
    }

    boolean isEmptyList() {
        return isList() && lists().stream().allMatch(JsonNode::isEmpty);
    }

    private List<JsonNode> lists() {
        JsonNode json = json();
        return json.isArray()
                ? List.of(json)
                : json.properties().stream()
                        .map(Map.Entry::getValue)
                        .filter(JsonNode::isArray)
                        .toList();
    }

    long appliedRows() {
        return json().path("rows_applied").asLong();
    }

    /** Whether a file was received and none of its rows has an effect. */
    boolean refusesRows() {
        return json().has("rows_applied") && appliedRows() == 0;
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException otherFormat) {
            return JSON.missingNode();
        }
    }

    @Override
    public String toString() {
        String text = isWrong() ? status + " " + wrong : status + " " + body;
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
