package id.pkh.platform.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Signs the cursor of each page together with the list and its filters, and refuses every other
 * value of {@code ?after=}: one that was made up, and one of another list or of other filters,
 * whose position means nothing here. The page size may change between pages.
 */
class SignedCursors {

    static final char SEPARATOR = '.';

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final String AFTER = "after";

    private final CursorKey key;

    SignedCursors(CursorKey key) {
        this.key = key;
    }

    @ServerRequestFilter
    void check(HttpServerRequest request) {
        WellFormedRequest.forEachParameter(
                queryOf(request),
                (name, value) -> {
                    if (name.equals(AFTER)) {
                        check(decoded(value), request);
                    }
                });
    }

    @ServerResponseFilter
    void sign(ContainerResponseContext response, HttpServerRequest request) {
        if (response.getEntity() instanceof Paged page && page.next() != null) {
            String signed = page.next() + SEPARATOR + signature(page.next(), request);
            response.setEntity(page.withNext(signed));
        }
    }

    private void check(String cursor, HttpServerRequest request) {
        int end = cursor.lastIndexOf(SEPARATOR);
        String position = cursor.substring(0, Math.max(0, end));
        byte[] expected = ascii(signature(position, request));
        if (end < 0 || !MessageDigest.isEqual(expected, ascii(cursor.substring(end + 1)))) {
            throw Refused.because(WebRefusals.INVALID_CURSOR);
        }
    }

    private String signature(String position, HttpServerRequest request) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
            mac.update((listOf(request) + '\n' + position).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(mac.doFinal(), SIGNATURE_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The list with its filters, whatever their order and their encoding. */
    private static String listOf(HttpServerRequest request) {
        SortedSet<String> filters = new TreeSet<>();
        WellFormedRequest.forEachParameter(
                queryOf(request),
                (name, value) -> {
                    if (!name.equals(AFTER) && !name.equals("limit")) {
                        filters.add(decoded(name) + '=' + decoded(value));
                    }
                });
        return PercentDecoded.of(request.path(), false).orElseThrow()
                + '\n'
                + String.join("\n", filters);
    }

    private static String queryOf(HttpServerRequest request) {
        return request.query() == null ? "" : request.query();
    }

    private static String decoded(String text) {
        return PercentDecoded.of(text, true).orElseThrow();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
