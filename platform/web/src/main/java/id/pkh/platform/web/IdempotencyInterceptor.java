package id.pkh.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Runs an {@link Idempotent} resource method and stores its response in one transaction. It runs
 * outside the interceptor of {@code @Transactional}, which then joins the transaction.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class IdempotencyInterceptor {

    /** Returns the first response again, instead of calling the method. */
    public static final class Replayed extends RuntimeException {

        private final transient Response answer;

        Replayed(Response answer) {
            super("the answer was given before", null, false, false);
            this.answer = answer;
        }

        Response answer() {
            return answer;
        }
    }

    private static final Pattern KEY = Pattern.compile("[!-~]{8,128}");

    @Inject IdempotentRequest request;
    @Inject IdempotencyKeys keys;
    @Inject ObjectMapper json;

    @AroundInvoke
    Object once(InvocationContext invocation) {
        if (request.key() == null || request.key().isEmpty()) {
            throw Refused.because(WebRefusals.IDEMPOTENCY_KEY_MISSING);
        }
        if (!KEY.matcher(request.key()).matches()) {
            throw Refused.because(WebRefusals.IDEMPOTENCY_KEY_INVALID);
        }
        return QuarkusTransaction.joiningExisting().call(() -> inTransaction(invocation));
    }

    private Object inTransaction(InvocationContext invocation) throws Exception {
        if (!keys.lock(request)) {
            throw Refused.because(WebRefusals.IDEMPOTENCY_KEY_IN_USE);
        }
        Optional<IdempotencyKeys.Answer> before = keys.find(request);
        if (before.isPresent()) {
            if (!before.get().bodySha256().equals(request.bodySha256())) {
                throw Refused.because(WebRefusals.IDEMPOTENCY_KEY_REUSED);
            }
            throw new Replayed(responseOf(before.get()));
        }
        Object result = invocation.proceed();
        keys.store(request, answerOf(result, invocation));
        return result;
    }

    private IdempotencyKeys.Answer answerOf(Object result, InvocationContext invocation)
            throws JsonProcessingException {
        if (result instanceof CompletionStage || isReactive(result)) {
            throw new IllegalStateException("an @Idempotent method must return its answer itself");
        }
        if (result instanceof RestResponse<?> typed) {
            return answerOf(typed.toResponse());
        }
        if (result instanceof Response response) {
            return answerOf(response);
        }
        ResponseStatus declared = invocation.getMethod().getAnnotation(ResponseStatus.class);
        int status = declared != null ? declared.value() : result == null ? 204 : 200;
        return new IdempotencyKeys.Answer(request.bodySha256(), status, text(result), null);
    }

    private IdempotencyKeys.Answer answerOf(Response response) throws JsonProcessingException {
        return new IdempotencyKeys.Answer(
                request.bodySha256(),
                response.getStatus(),
                response.hasEntity() ? text(response.getEntity()) : null,
                response.getHeaderString("Location"));
    }

    private String text(Object entity) throws JsonProcessingException {
        return entity == null ? null : json.writeValueAsString(entity);
    }

    private static boolean isReactive(Object result) {
        return result != null && result.getClass().getName().startsWith("io.smallrye.mutiny.");
    }

    private static Response responseOf(IdempotencyKeys.Answer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).header("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return response.build();
    }
}
