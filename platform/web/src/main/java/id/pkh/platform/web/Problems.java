package id.pkh.platform.web;

import id.pkh.platform.edge.Refusals;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jboss.logging.Logger;

/** Responds with problem documents in the caller's language. */
@ApplicationScoped
@Unremovable
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int UNDECLARED_STATUS = 422;
    static final int RETRY_AFTER_SECONDS = 5;

    /** The detail of a refusal that says when the same request may succeed. */
    private static final String WAIT = "retry_after_seconds";

    @Inject RefusalCatalogue catalogue;
    @Inject RefusalTexts texts;
    @Inject CurrentVertxRequest http;

    public Response of(Refused refused, HttpHeaders headers, UriInfo uri) {
        return of(refused.code(), refused.details(), headers, uri).build();
    }

    /** A problem as a builder, for callers that add headers. */
    public Response.ResponseBuilder of(
            String code, Map<String, ?> details, HttpHeaders headers, UriInfo uri) {
        int status = statusOf(code);
        if (http.getCurrent() != null) {
            http.getCurrent().put(Refusals.CODE, code);
        }
        Language language = Language.of(headers);
        Map<String, Object> document =
                Problem.document(
                        code,
                        status,
                        texts.title(code, language),
                        texts.detail(code, language, details),
                        uri == null ? null : uri.getRequestUri().getPath(),
                        details);
        Response.ResponseBuilder answer =
                Response.status(status)
                        .type(Problem.MEDIA)
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                        .entity(document);
        Object wait = details.get(WAIT);
        if (wait == null && catalogue.isPassing(code)) {
            wait = RETRY_AFTER_SECONDS;
        }
        return wait == null ? answer : answer.header(HttpHeaders.RETRY_AFTER, wait);
    }

    private int statusOf(String code) {
        return catalogue
                .statusOf(code)
                .orElseGet(
                        () -> {
                            LOG.errorf("refusal code %s is in no RefusalStatuses", code);
                            return UNDECLARED_STATUS;
                        });
    }
}
