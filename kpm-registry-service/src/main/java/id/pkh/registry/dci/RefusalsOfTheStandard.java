package id.pkh.registry.dci;

import id.pkh.platform.edge.RefusalForm;
import id.pkh.platform.web.ProblemForm;
import id.pkh.registry.dci.domain.DciError;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes refusals below /dci in the form of the standard, whoever refuses: the edge, before a
 * resource is called, or the service, with a problem document.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@Unremovable
public class RefusalsOfTheStandard implements RefusalForm {

    private static final String BELOW = "/dci/";
    private static final int FIRST_REFUSAL = 400;
    private static final String WAIT = "retry_after_seconds";

    private final ProblemForm problems;
    private final Answers answers;

    RefusalsOfTheStandard(ProblemForm problems, Answers answers) {
        this.problems = problems;
        this.answers = answers;
    }

    @Override
    public Content of(
            int status, String code, Map<String, ?> details, String path, String acceptLanguage) {
        return path != null && path.startsWith(BELOW)
                ? new Content(
                        MediaType.APPLICATION_JSON,
                        "en",
                        answers.refusal(DciError.ofStatus(status), code))
                : problems.of(status, code, details, path, acceptLanguage);
    }

    /** Only problem documents have a map as their entity; what this package answers is a text. */
    @ServerResponseFilter
    public void rewrite(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        boolean isOurs = request.getUriInfo().getRequestUri().getPath().startsWith(BELOW);
        if (!isOurs || status < FIRST_REFUSAL || response.getEntity() instanceof String) {
            return;
        }
        Map<?, ?> problem =
                response.getEntity() instanceof Map<?, ?> document ? document : Map.of();
        if (problem.get(WAIT) != null) {
            response.getHeaders()
                    .putSingle(HttpHeaders.RETRY_AFTER, String.valueOf(problem.get(WAIT)));
        }
        Object code = problem.get("code");
        response.getHeaders().remove(HttpHeaders.CONTENT_LANGUAGE);
        response.setEntity(
                answers.refusal(
                        DciError.ofStatus(status), code == null ? "refused" : code.toString()),
                null,
                MediaType.APPLICATION_JSON_TYPE);
    }
}
