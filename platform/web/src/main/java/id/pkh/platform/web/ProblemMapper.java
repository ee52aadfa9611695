package id.pkh.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import id.pkh.platform.edge.BrokenOffRequests;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The only place where exceptions become responses. An unexpected exception is logged in one line
 * and not shown to the caller.
 */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger("id.pkh.platform.web.problems");
    private static final Map<Integer, String> CODES =
            Map.of(
                    401, WebRefusals.UNAUTHENTICATED,
                    403, WebRefusals.FORBIDDEN,
                    404, WebRefusals.NOT_FOUND,
                    405, WebRefusals.METHOD_NOT_ALLOWED,
                    406, WebRefusals.NOT_ACCEPTABLE,
                    413, WebRefusals.BODY_TOO_LARGE,
                    415, WebRefusals.UNSUPPORTED_MEDIA_TYPE);

    @Inject Problems problems;
    @Inject InvalidInput invalidInput;
    @Inject BrokenOffRequests brokenOff;

    @ServerExceptionMapper
    public Response refused(Refused refused, HttpHeaders headers, UriInfo uri) {
        Response answer = problems.of(refused, headers, uri);
        if (answer.getStatus() >= 500) {
            log(Logger.Level.ERROR, refused, refused.code(), uri);
        }
        return answer;
    }

    @ServerExceptionMapper
    public Response replayed(IdempotencyInterceptor.Replayed replayed) {
        return replayed.answer();
    }

    @ServerExceptionMapper
    public Response violated(
            ConstraintViolationException violated, HttpHeaders headers, UriInfo uri) {
        return InvalidInput.isOurs(violated)
                ? unforeseen(violated, headers, uri)
                : problems.of(invalidInput.violations(violated, headers), headers, uri);
    }

    @ServerExceptionMapper
    public Response mismatched(
            MismatchedInputException mismatched, HttpHeaders headers, UriInfo uri) {
        return problems.of(invalidInput.json(mismatched, headers), headers, uri);
    }

    @ServerExceptionMapper
    public Response unauthorized(
            UnauthorizedException unauthorized, HttpHeaders headers, UriInfo uri) {
        return unauthenticated("Bearer", headers, uri);
    }

    @ServerExceptionMapper
    public Response notAuthenticated(
            AuthenticationFailedException failed, HttpHeaders headers, UriInfo uri) {
        return unauthenticated("Bearer error=\"invalid_token\"", headers, uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, HttpHeaders headers, UriInfo uri) {
        return problems.of(Refused.because(WebRefusals.FORBIDDEN), headers, uri);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException web, HttpHeaders headers, UriInfo uri) {
        int status = web.getResponse().getStatus();
        if (status < 400 || web.getResponse().hasEntity()) {
            return web.getResponse();
        }
        if (web.getCause() instanceof StreamConstraintsException) {
            return problems.of(Refused.because(WebRefusals.BODY_TOO_LARGE), headers, uri);
        }
        if (web.getCause() instanceof JsonProcessingException json
                && !(json instanceof InvalidDefinitionException)) {
            return problems.of(invalidInput.json(json, headers), headers, uri);
        }
        if (status >= 500) {
            return unforeseen(web, headers, uri);
        }
        if (status == 400 || (status == 404 && web.getCause() != null)) {
            return problems.of(InvalidInput.parameter(web, uri), headers, uri);
        }
        String code = CODES.getOrDefault(status, WebRefusals.INVALID_REQUEST);
        Response.ResponseBuilder answer = problems.of(code, Map.of(), headers, uri);
        String allow = web.getResponse().getHeaderString("Allow");
        return (allow == null ? answer : answer.header("Allow", allow)).build();
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable thrown, HttpHeaders headers, UriInfo uri) {
        Throwable cause = Causes.withoutWrappers(thrown);
        if (cause instanceof Refused refused) {
            return refused(refused, headers, uri);
        }
        if (cause instanceof IdempotencyInterceptor.Replayed replayed) {
            return replayed(replayed);
        }
        if (brokenOff.logIfCauseOf(thrown)) {
            return problems.of(Refused.because(WebRefusals.INVALID_REQUEST), headers, uri);
        }
        String reference = UUID.randomUUID().toString();
        String code = Causes.codeOf(thrown);
        boolean internal = code.equals(WebRefusals.INTERNAL_ERROR);
        log(
                internal ? Logger.Level.ERROR : Logger.Level.WARN,
                thrown,
                code + ", reference " + reference,
                uri);
        return problems.of(code, Map.of("reference", reference), headers, uri).build();
    }

    /** One line for each failed request; the stack is logged at level DEBUG. */
    private static void log(Logger.Level level, Throwable thrown, String what, UriInfo uri) {
        LOG.logf(level, "%s, at %s: %s", what, Route.of(uri), Causes.inOneLine(thrown));
        LOG.debugf(thrown, "%s", what);
    }

    private Response unauthenticated(String challenge, HttpHeaders headers, UriInfo uri) {
        return problems.of(WebRefusals.UNAUTHENTICATED, Map.of(), headers, uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
