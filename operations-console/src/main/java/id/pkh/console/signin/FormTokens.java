package id.pkh.console.signin;

import id.pkh.console.ConsoleConfig;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The tokens in the forms, which another site cannot know. A token is signed and bound to the
 * browser and to the session: one that an attacker obtained for themselves is worth nothing in the
 * browser of another user, even if the attacker managed to set a cookie there.
 */
@ApplicationScoped
class FormTokens {

    /** Browsers accept a cookie with this prefix only from this very host, and only encrypted. */
    static final String HOST_ONLY = "__Host-";

    private static final String HMAC = "HmacSHA256";
    private static final int RANDOM_BYTES = 16;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String sessionCookie;
    private final String browserCookie;

    FormTokens(
            ConsoleConfig config,
            @ConfigProperty(name = "mp.jwt.token.cookie") String sessionCookie) {
        byte[] bytes =
                config.formKey()
                        .map(text -> Base64.getDecoder().decode(text))
                        .orElseGet(() -> randomBytes(KEY_BYTES));
        this.key = new SecretKeySpec(bytes, HMAC);
        this.sessionCookie = sessionCookie;
        this.browserCookie = sessionCookie + "_browser";
    }

    /** Makes the browser known; its cookie ends with the browser. */
    void remember(RoutingContext call) {
        if (valueOf(browserCookie, call).isEmpty()) {
            renew(call);
        }
    }

    /** A new cookie for this browser, so that the tokens of its earlier pages are worth nothing. */
    void renew(RoutingContext call) {
        call.response()
                .addCookie(
                        Cookie.cookie(browserCookie, text(randomBytes(RANDOM_BYTES)))
                                .setPath("/")
                                .setHttpOnly(true)
                                .setSecure(
                                        browserCookie.startsWith(HOST_ONLY)
                                                || call.request().isSSL())
                                .setSameSite(CookieSameSite.STRICT));
    }

    String newToken(RoutingContext call) {
        String nonce = text(randomBytes(RANDOM_BYTES));
        return nonce + "." + signature(nonce, call);
    }

    boolean isValid(String token, RoutingContext call) {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        return parts.length == 2
                && !valueOf(browserCookie, call).isEmpty()
                && MessageDigest.isEqual(
                        parts[1].getBytes(StandardCharsets.UTF_8),
                        signature(parts[0], call).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String nonce, RoutingContext call) {
        String bound =
                String.join(
                        "\n", nonce, valueOf(browserCookie, call), valueOf(sessionCookie, call));
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return text(mac.doFinal(bound.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of the cookie that the browser has or is being given; empty for none. */
    private static String valueOf(String name, RoutingContext call) {
        Cookie cookie = call.request().getCookie(name);
        return cookie == null ? "" : cookie.getValue();
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
