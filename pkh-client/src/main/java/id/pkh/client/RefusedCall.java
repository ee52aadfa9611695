package id.pkh.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.client.http.ApiException;
import java.time.Duration;
import java.util.Optional;

/**
 * A call that the service refused, or that did not reach it. The code is the stable name of the
 * reason; the API description lists the codes of each operation.
 */
public final class RefusedCall extends RuntimeException {

    /** The code of a call that has no answer of the service. */
    public static final String NO_ANSWER = "NO_ANSWER";

    /** The code of a call whose answer does not have the form that the API description gives it. */
    public static final String UNREADABLE_ANSWER = "UNREADABLE_ANSWER";

    private static final String FAILED = " call failed";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final transient JsonNode problem;

    private final String code;
    private final transient Optional<Duration> retryAfter;

    private RefusedCall(int status, JsonNode problem, ApiException cause) {
        super(
                "%s: %d %s %s"
                        .formatted(
                                operationOf(cause),
                                status,
                                codeOf(problem, cause),
                                problem.path("detail").asText(""))
                        .strip(),
                cause);
        this.status = status;
        this.problem = problem;
        this.code = codeOf(problem, cause);
        this.retryAfter = RetryAfter.in(cause.getResponseHeaders());
    }

    /**
     * The generated code names the operation only in its message, and not if there is no answer.
     */
    private static String operationOf(ApiException cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        int end = message.indexOf(FAILED);
        return end < 0 ? "call" : message.substring(0, end);
    }

    private static String codeOf(JsonNode problem, ApiException cause) {
        boolean unreadable = cause.getCause() instanceof JsonProcessingException;
        return problem.path("code").asText(unreadable ? UNREADABLE_ANSWER : NO_ANSWER);
    }

    static RefusedCall of(ApiException failed) {
        return new RefusedCall(failed.getCode(), problemIn(failed.getResponseBody()), failed);
    }

    /** The HTTP status; 0 if the service did not answer. */
    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** What the user can do, in the language of the request. */
    public String detail() {
        return problem.path("detail").asText("");
    }

    /** When the call may be repeated, if the service says so. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** A further member of the problem document, such as {@code group_code}. */
    public Optional<String> member(String name) {
        return Optional.ofNullable(problem.get(name)).map(JsonNode::asText);
    }

    private static JsonNode problemIn(String body) {
        try {
            JsonNode read = body == null ? null : JSON.readTree(body);
            return read == null ? JSON.createObjectNode() : read;
        } catch (JsonProcessingException notAProblem) {
            return JSON.createObjectNode();
        }
    }
}
