package id.pkh.registry.dci.domain;

/** Why a whole message is refused: the codes of the standard, and the HTTP status with each. */
public enum DciError {
    BAD_REQUEST("err.request.bad", 400),
    UNAUTHORIZED("err.request.unauthorized", 401),
    FORBIDDEN("err.request.forbidden", 403),
    NOT_FOUND("err.request.not_found", 404),
    TIMEOUT("err.request.timeout", 408),
    VERSION("err.version.not_supported", 400),
    TOO_MANY_REQUESTS("err.request.too_many_requests", 429),
    SENDER_ID("err.sender_id.invalid", 403),
    SENDER_URI("err.sender_uri.invalid", 400),
    RECEIVER_ID("err.receiver_id.invalid", 400),
    SIGNATURE_MISSING("err.signature.missing", 401),
    SIGNATURE_INVALID("err.signature.invalid", 401),
    ENCRYPTION("err.encryption.invalid", 400),
    UNAVAILABLE("err.service.unavailable", 503);

    private final String code;
    private final int status;

    DciError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** The code that comes nearest to a status with which the service refused a request. */
    public static DciError ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 408 -> TIMEOUT;
            case 429 -> TOO_MANY_REQUESTS;
            default -> status >= 500 ? UNAVAILABLE : BAD_REQUEST;
        };
    }
}
