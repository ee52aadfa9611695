package id.pkh.platform.clients;

import id.pkh.platform.edge.Refusals;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Logs each request of another system that reached an operation and that no bulk read has logged,
 * before its answer is sent; when that fails, the request fails. What is refused before it reaches
 * an operation is in {@link RefusedRequests}.
 */
@Provider
public class LogActivity implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int FIRST_REFUSAL = 400;

    /** Of what the form of a request or a missing right keeps out; nothing was shown. */
    private static final Set<Integer> BEFORE_AN_OPERATION = Set.of(400, 403);

    private final ActivityLog log;
    private final LoggedRequest request;
    private final Caller caller;
    private final CurrentVertxRequest http;
    private final Instance<Clock> clock; // filters are made before the configuration is read

    @Context ResourceInfo resource;

    LogActivity(
            ActivityLog log,
            LoggedRequest request,
            Caller caller,
            CurrentVertxRequest http,
            Instance<Clock> clock) {
        this.log = log;
        this.request = request;
        this.caller = caller;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext asked) {
        if (isOfSystem()) {
            request.toLog();
            RefusedRequests.reached(http.getCurrent());
        }
    }

    /** An operation that is open to everyone may be called with a token that is not accepted. */
    private boolean isOfSystem() {
        try {
            return caller.hasRole(Roles.EXTERNAL_SYSTEM);
        } catch (SecurityException notAuthenticated) {
            return false;
        }
    }

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        RoutingContext call = http.getCurrent();
        int status = answer.getStatus();
        String refusal = call == null || status < FIRST_REFUSAL ? null : call.get(Refusals.CODE);
        boolean isOnlyCounted = refusal != null && BEFORE_AN_OPERATION.contains(status);
        if (request.isToBeLogged() && !isOnlyCounted) {
            request.done();
            log.add(
                    ActivityEntry.plain(
                            caller.subject(), operation(), status, refusal, clock.get().instant()));
        } else if (refusal != null && resource.getResourceMethod() != null) {
            RefusedRequests.meant(call, operation());
            if (isOnlyCounted) {
                RefusedRequests.notReached(call);
            }
        }
    }

    /** As the API description names it. */
    private String operation() {
        Method method = resource.getResourceMethod();
        Operation described = method.getAnnotation(Operation.class);
        return described == null || described.operationId().isEmpty()
                ? method.getDeclaringClass().getSimpleName() + "." + method.getName()
                : described.operationId();
    }
}
