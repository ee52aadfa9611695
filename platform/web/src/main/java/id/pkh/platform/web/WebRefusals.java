package id.pkh.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The codes that every service uses. */
@ApplicationScoped
class WebRefusals implements RefusalStatuses {

    static final String INVALID_REQUEST = "INVALID_REQUEST";
    static final String INVALID_JSON = "INVALID_JSON";
    static final String INVALID_PARAMETER = "INVALID_PARAMETER";
    static final String INVALID_LIMIT = "INVALID_LIMIT";
    static final String INVALID_CURSOR = "INVALID_CURSOR";
    static final String UNAUTHENTICATED = "UNAUTHENTICATED";
    static final String FORBIDDEN = "FORBIDDEN";
    static final String NOT_FOUND = "NOT_FOUND";
    static final String METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED";
    static final String NOT_ACCEPTABLE = "NOT_ACCEPTABLE";
    static final String UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE";
    static final String BODY_TOO_LARGE = "BODY_TOO_LARGE";
    static final String INTERNAL_ERROR = "INTERNAL_ERROR";
    static final String UNAVAILABLE = "UNAVAILABLE";
    static final String CONCURRENT_CHANGE = "CONCURRENT_CHANGE";
    static final String IDEMPOTENCY_KEY_MISSING = "IDEMPOTENCY_KEY_MISSING";
    static final String IDEMPOTENCY_KEY_INVALID = "IDEMPOTENCY_KEY_INVALID";
    static final String IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";
    static final String IDEMPOTENCY_KEY_IN_USE = "IDEMPOTENCY_KEY_IN_USE";

    private static final Map<String, Integer> STATUSES =
            Map.ofEntries(
                    Map.entry(INVALID_REQUEST, 400),
                    Map.entry(INVALID_JSON, 400),
                    Map.entry(INVALID_PARAMETER, 400),
                    Map.entry(INVALID_LIMIT, 400),
                    Map.entry(INVALID_CURSOR, 400),
                    Map.entry(UNAUTHENTICATED, 401),
                    Map.entry(FORBIDDEN, 403),
                    Map.entry(NOT_FOUND, 404),
                    Map.entry(METHOD_NOT_ALLOWED, 405),
                    Map.entry(NOT_ACCEPTABLE, 406),
                    Map.entry(UNSUPPORTED_MEDIA_TYPE, 415),
                    Map.entry(BODY_TOO_LARGE, 413),
                    Map.entry(INTERNAL_ERROR, 500),
                    Map.entry(UNAVAILABLE, 503),
                    Map.entry(CONCURRENT_CHANGE, 409),
                    Map.entry(IDEMPOTENCY_KEY_MISSING, 400),
                    Map.entry(IDEMPOTENCY_KEY_INVALID, 400),
                    Map.entry(IDEMPOTENCY_KEY_REUSED, 409),
                    Map.entry(IDEMPOTENCY_KEY_IN_USE, 409));

    @Override
    public Map<String, Integer> statuses() {
        return STATUSES;
    }

    @Override
    public String bundle() {
        return "refusals-web";
    }
}
