package id.pkh.console.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The response of a service.
 *
 * @param status 0 when it did not respond in time
 * @param body empty when it did not respond
 */
public record Reply(ServiceName service, int status, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Reply none(ServiceName service) {
        return new Reply(service, 0, "");
    }

    public boolean isAnswered() {
        return status != 0;
    }

    public boolean isOk() {
        return status / 100 == 2;
    }

    /** The body; missing when it is not JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** The refusal's stable code, or the status as text. */
    public String code() {
        String code = json().path("code").asText("");
        return code.isEmpty() ? "HTTP " + status : code;
    }

    /** The service's explanation of its refusal, in the reader's language; may be empty. */
    public String detail() {
        return json().path("detail").asText("");
    }
}
