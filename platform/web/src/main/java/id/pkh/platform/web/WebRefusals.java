package id.pkh.platform.web;

import id.pkh.platform.edge.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The codes that every service uses. */
@ApplicationScoped
public class WebRefusals implements RefusalStatuses {

    public static final String INVALID_REQUEST = "INVALID_REQUEST";
    public static final String INVALID_JSON = "INVALID_JSON";
    public static final String INVALID_PARAMETER = "INVALID_PARAMETER";
    public static final String INVALID_LIMIT = "INVALID_LIMIT";
    public static final String INVALID_CURSOR = "INVALID_CURSOR";
    public static final String CODE_MALFORMED = "CODE_MALFORMED";
    public static final String UNAUTHENTICATED = "UNAUTHENTICATED";
    public static final String FORBIDDEN = "FORBIDDEN";
    public static final String NOT_FOUND = "NOT_FOUND";
    public static final String METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED";
    public static final String NOT_ACCEPTABLE = "NOT_ACCEPTABLE";
    public static final String UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE";
    public static final String BODY_TOO_LARGE = Refusals.BODY_TOO_LARGE;
    public static final String TOO_MANY_REQUESTS = Refusals.TOO_MANY_REQUESTS;
    public static final String REQUEST_TOO_SLOW = Refusals.REQUEST_TOO_SLOW;
    public static final String INTERNAL_ERROR = "INTERNAL_ERROR";
    public static final String UNAVAILABLE = "UNAVAILABLE";
    public static final String CONCURRENT_CHANGE = "CONCURRENT_CHANGE";
    public static final String IDEMPOTENCY_KEY_MISSING = "IDEMPOTENCY_KEY_MISSING";
    public static final String IDEMPOTENCY_KEY_INVALID = "IDEMPOTENCY_KEY_INVALID";
    public static final String IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";
    public static final String IDEMPOTENCY_KEY_IN_USE = "IDEMPOTENCY_KEY_IN_USE";

    private static final Map<Integer, List<String>> CODES =
            Map.ofEntries(
                    Map.entry(
                            400,
                            List.of(
                                    INVALID_REQUEST,
                                    INVALID_JSON,
                                    INVALID_PARAMETER,
                                    INVALID_LIMIT,
                                    INVALID_CURSOR,
                                    IDEMPOTENCY_KEY_MISSING,
                                    IDEMPOTENCY_KEY_INVALID)),
                    Map.entry(401, List.of(UNAUTHENTICATED)),
                    Map.entry(403, List.of(FORBIDDEN)),
                    Map.entry(404, List.of(NOT_FOUND)),
                    Map.entry(405, List.of(METHOD_NOT_ALLOWED)),
                    Map.entry(406, List.of(NOT_ACCEPTABLE)),
                    Map.entry(408, List.of(REQUEST_TOO_SLOW)),
                    Map.entry(
                            409,
                            List.of(
                                    CONCURRENT_CHANGE,
                                    IDEMPOTENCY_KEY_REUSED,
                                    IDEMPOTENCY_KEY_IN_USE)),
                    Map.entry(413, List.of(BODY_TOO_LARGE)),
                    Map.entry(415, List.of(UNSUPPORTED_MEDIA_TYPE)),
                    Map.entry(429, List.of(TOO_MANY_REQUESTS)),
                    Map.entry(
                            422,
                            List.of(
                                    CODE_MALFORMED,
                                    FreeTextRule.HAS_LONG_NUMBER,
                                    FreeTextRule.HAS_CONTROL_CHARACTER)),
                    Map.entry(500, List.of(INTERNAL_ERROR)),
                    Map.entry(503, List.of(UNAVAILABLE)));

    @Override
    public Map<Integer, List<String>> codes() {
        return CODES;
    }

    @Override
    public Set<String> passing() {
        return Set.of(IDEMPOTENCY_KEY_IN_USE);
    }

    @Override
    public String bundle() {
        return "refusals-web";
    }
}
