package id.pkh.platform.messaging.failure;

/** An event can never be applied as it is: it is parked with the code, and an operator decides. */
public class PermanentFailure extends RuntimeException {

    private final String code;

    /**
     * @param code upper snake reason code
     * @param message for operators; no personal data
     */
    public PermanentFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    public PermanentFailure(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
