package id.pkh.console.page;

import id.pkh.console.Access;
import id.pkh.console.ConsoleConfig;
import id.pkh.console.call.Credentials;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Makes the frame of a page: the user, the language, and what the user may do. */
@RequestScoped
public class Frames {

    /** The addresses at which signing in at a provider begins and ends. */
    public static final String PROVIDER_DOOR = "/signed-in";

    private final SecurityIdentity identity;
    private final HttpServerRequest request;
    private final ConsoleConfig config;

    /** One page reads and changes in several services. */
    private final String correlationId = UUID.randomUUID().toString();

    Frames(SecurityIdentity identity, HttpServerRequest request, ConsoleConfig config) {
        this.identity = identity;
        this.request = request;
        this.config = config;
    }

    public TemplateInstance show(String section, TemplateInstance page) {
        return framed(
                page,
                new Frame(
                        section,
                        subject(),
                        mayAct(),
                        isFromProvider(),
                        language(),
                        request.uri(),
                        config.zone().getId()));
    }

    /** The frame of pages before signing in, and of error pages. */
    public TemplateInstance showToAnybody(TemplateInstance page) {
        return framed(
                page, new Frame("", "", false, false, language(), "/", config.zone().getId()));
    }

    private TemplateInstance framed(TemplateInstance page, Frame frame) {
        return page.data("frame", frame).setLocale(Locale.forLanguageTag(frame.language()));
    }

    public boolean mayAct() {
        return identity.hasRole(Access.OPERATIONS);
    }

    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    /** Whether the user signed in at a provider, and has to sign out there. */
    private boolean isFromProvider() {
        return identity.getCredential(AccessTokenCredential.class) != null;
    }

    /** When the user's token ends; the pages may show nothing new after that. */
    public Instant tokenEnds() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.MAX;
    }

    /** The user's own token, for calls to the services. */
    public Credentials credentials() {
        AccessTokenCredential ofProvider = identity.getCredential(AccessTokenCredential.class);
        if (ofProvider != null) {
            return credentials(ofProvider.getToken());
        }
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return credentials(token.getRawToken());
        }
        throw new IllegalStateException("no user is signed in");
    }

    private Credentials credentials(String token) {
        return new Credentials(token, language(), correlationId, request.getHeader("traceparent"));
    }

    public String language() {
        var chosen = request.getCookie(Languages.COOKIE);
        return Languages.of(
                chosen == null ? null : chosen.getValue(), request.getHeader("Accept-Language"));
    }
}
