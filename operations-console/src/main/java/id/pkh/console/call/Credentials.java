package id.pkh.console.call;

/**
 * The user on whose behalf a service is called, the user's language, and the page for which it is
 * called.
 *
 * @param correlationId the same for all calls of one page
 * @param traceparent W3C trace context of the page's request; null when it has none
 */
public record Credentials(String token, String language, String correlationId, String traceparent) {

    @Override
    public String toString() {
        return "Credentials[" + language + "]"; // a token must not be logged
    }
}
