package id.pkh.console.page;

import id.pkh.platform.edge.BrokenOffRequests;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Shows exceptions as pages that say what to do. An unexpected exception is logged and not shown.
 */
public class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final int MAX_CAUSES = 8;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance error(int status, String reference);
    }

    private final Frames frames;
    private final BrokenOffRequests brokenOff;

    ErrorPages(Frames frames, BrokenOffRequests brokenOff) {
        this.frames = frames;
        this.brokenOff = brokenOff;
    }

    @ServerExceptionMapper
    public Uni<Response> signInFirst(
            UnauthorizedException nobody,
            HttpHeaders headers,
            UriInfo uri,
            RoutingContext context) {
        if (!uri.getPath().equals(Frames.PROVIDER_DOOR)) {
            return Uni.createFrom().item(() -> toSignIn(headers, uri));
        }
        return context.<HttpAuthenticator>get(HttpAuthenticator.class.getName())
                .getChallenge(context)
                .map(challenge -> toProvider(challenge).orElse(toSignIn(headers, uri)));
    }

    @ServerExceptionMapper
    public Response signInAgain(
            AuthenticationFailedException expired, HttpHeaders headers, UriInfo uri) {
        return toSignIn(headers, uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden) {
        return page(403, "");
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return status < 400 ? refused.getResponse() : page(status, "");
    }

    @ServerExceptionMapper
    public Response unforeseen(Exception thrown) {
        if (brokenOff.logIfCauseOf(thrown)) {
            return page(Response.Status.BAD_REQUEST.getStatusCode(), "");
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf("reference %s: %s", reference, inOneLine(thrown));
        LOG.debugf(thrown, "reference %s", reference);
        return page(500, reference);
    }

    /** The exception and its causes; a value that a browser sent cannot start a line of its own. */
    private static String inOneLine(Throwable thrown) {
        StringBuilder line = new StringBuilder();
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            line.append(i == 0 ? "" : " <- ").append(cause);
            StackTraceElement[] stack = cause.getStackTrace();
            line.append(stack.length == 0 ? "" : " at " + stack[0]);
            cause = cause.getCause();
        }
        return line.toString().replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
    }

    private Response page(int status, String reference) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(frames.showToAnybody(Templates.error(status, reference)).render())
                .build();
    }

    /** Empty when no provider is configured. */
    private static Optional<Response> toProvider(ChallengeData challenge) {
        if (challenge == null || challenge.status != Response.Status.FOUND.getStatusCode()) {
            return Optional.empty();
        }
        Response.ResponseBuilder answer = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return Optional.of(answer.build());
    }

    /**
     * A part of a page that is being refreshed cannot be redirected; htmx is instructed to leave
     * the page.
     */
    private static Response toSignIn(HttpHeaders headers, UriInfo uri) {
        boolean part = headers.getHeaderString("HX-Request") != null;
        String here = uri.getRequestUri().getRawPath();
        boolean door = here.equals(Frames.PROVIDER_DOOR) || here.equals("/sign-out");
        String address = "/sign-in?next=" + (part || door ? "/" : here);
        return part
                ? Response.status(401).header("HX-Redirect", address).build()
                : Response.seeOther(URI.create(address)).build();
    }
}
