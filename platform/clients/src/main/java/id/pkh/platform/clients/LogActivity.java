package id.pkh.platform.clients;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/**
 * Logs each request of another system that no bulk read has logged. What was answered is logged
 * before it is sent; when that fails, the request fails. A request that is refused before a worker
 * takes it, because the role is missing, showed nothing and is logged a moment later.
 */
@Provider
public class LogActivity implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(LogActivity.class);
    private static final String NONE = "none";

    private final ActivityLog log;
    private final LoggedRequest request;
    private final Caller caller;
    private final Instance<Clock> clock; // filters are made before the configuration is read

    @Context ResourceInfo resource;

    LogActivity(ActivityLog log, LoggedRequest request, Caller caller, Instance<Clock> clock) {
        this.log = log;
        this.request = request;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        if (!caller.hasRole(Roles.EXTERNAL_SYSTEM) || request.isLogged()) {
            return;
        }
        request.done();
        ActivityEntry entry =
                ActivityEntry.plain(
                        caller.subject(), operation(), answer.getStatus(), clock.get().instant());
        if (BlockingOperationControl.isBlockingAllowed()) {
            log.add(entry);
        } else {
            Infrastructure.getDefaultWorkerPool().execute(() -> addLater(entry));
        }
    }

    /** As the API description names it; {@code none} where no resource was reached. */
    private String operation() {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return NONE;
        }
        Operation described = method.getAnnotation(Operation.class);
        return described == null || described.operationId().isEmpty()
                ? method.getDeclaringClass().getSimpleName() + "." + method.getName()
                : described.operationId();
    }

    private void addLater(ActivityEntry entry) {
        try {
            log.add(entry);
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "a refused request of %s is not in the log", entry.client());
        }
    }
}
