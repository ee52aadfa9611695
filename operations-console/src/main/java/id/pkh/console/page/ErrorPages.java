package id.pkh.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Exceptions as pages that say what to do. What nobody foresaw is logged and not shown. */
public class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance error(int status, String reference);
    }

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @ServerExceptionMapper
    public Response signInFirst(UnauthorizedException nobody, HttpHeaders headers, UriInfo uri) {
        return toSignIn(headers, uri);
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
        String reference = UUID.randomUUID().toString();
        LOG.errorf(thrown, "reference %s", reference);
        return page(500, reference);
    }

    private Response page(int status, String reference) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(frames.showToAnybody(Templates.error(status, reference)).render())
                .build();
    }

    /** A part of a page that is refreshed cannot be redirected; htmx is told to leave it. */
    private static Response toSignIn(HttpHeaders headers, UriInfo uri) {
        boolean part = headers.getHeaderString("HX-Request") != null;
        String here = uri.getRequestUri().getRawPath();
        String address = "/sign-in?next=" + (part ? "/" : here);
        return part
                ? Response.status(401).header("HX-Redirect", address).build()
                : Response.seeOther(URI.create(address)).build();
    }
}
