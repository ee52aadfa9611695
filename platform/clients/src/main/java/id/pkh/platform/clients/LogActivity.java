package id.pkh.platform.clients;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
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
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Logs each request of another system that reached an operation and that no bulk read has logged,
 * before its answer is sent; when that fails, the request fails. What is refused before it reaches
 * an operation is in {@link RefusedRequests}.
 */
@Provider
public class LogActivity implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int FIRST_REFUSAL = 400;

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
        if (request.isToBeLogged()) {
            request.done();
            log.add(
                    ActivityEntry.plain(
                            caller.subject(),
                            operation(),
                            answer.getStatus(),
                            clock.get().instant()));
        } else if (answer.getStatus() >= FIRST_REFUSAL
                && http.getCurrent() != null
                && resource.getResourceMethod() != null) {
            RefusedRequests.meant(http.getCurrent(), operation());
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
