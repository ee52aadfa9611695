package id.pkh.testsupport.rest;

import id.pkh.testsupport.description.Received;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;

/** The headers that every response must have, because it may contain personal data. */
public final class ResponseHeaders {

    private static final String POLICY = "Content-Security-Policy";

    private ResponseHeaders() {}

    /** What is missing in the response of an API; empty if nothing is. */
    public static List<String> missing(Received response) {
        List<String> missing = new ArrayList<>();
        require(response, "Cache-Control", "no-store", missing);
        require(response, "X-Content-Type-Options", "nosniff", missing);
        return missing;
    }

    /** What is missing in a page, which also must not load or be shown in another site. */
    public static List<String> missingInPage(Response page) {
        Received response = Received.from(page);
        List<String> missing = missing(response);
        require(response, POLICY, "default-src 'self'", missing);
        require(response, POLICY, "frame-ancestors 'none'", missing);
        require(response, "Referrer-Policy", "same-origin", missing);
        return missing;
    }

    private static void require(
            Received response, String name, String value, List<String> missing) {
        List<String> values = response.headers().apply(name);
        if (values.size() != 1 || !values.get(0).contains(value)) {
            missing.add("%s is %s, not %s".formatted(name, values, value));
        }
    }
}
