package id.pkh.console.page;

import id.pkh.console.Access;
import id.pkh.console.ConsoleConfig;
import id.pkh.console.call.Credentials;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Puts the frame around a page: who looks, in which language, and what they may do. */
@RequestScoped
public class Frames {

    private final SecurityIdentity identity;
    private final HttpServerRequest request;
    private final ConsoleConfig config;

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
                        language(),
                        request.uri(),
                        config.zone().getId()));
    }

    /** For pages on the way in, and for those that say what went wrong. */
    public TemplateInstance showToAnybody(TemplateInstance page) {
        return framed(page, new Frame("", "", false, language(), "/", config.zone().getId()));
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

    /** The person's own token, for the services. */
    public Credentials credentials() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return new Credentials(token.getRawToken(), language());
        }
        throw new IllegalStateException("nobody is signed in");
    }

    public String language() {
        var chosen = request.getCookie(Languages.COOKIE);
        return Languages.of(
                chosen == null ? null : chosen.getValue(), request.getHeader("Accept-Language"));
    }
}
