package id.pkh.platform.clients;

import id.pkh.platform.clients.RefusalCounts.Counted;
import id.pkh.platform.clients.RefusalCounts.Refusal;
import id.pkh.platform.edge.Refusals;
import id.pkh.platform.security.Roles;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Logs what is refused before it reaches an operation, whoever refuses it: the edge, because of a
 * limit, or the service, because of the path, the role or the form. Only for systems with a valid
 * token. Nothing was shown to them, so it is counted in memory and written every minute; a process
 * that is killed loses the refusals of a minute.
 */
@Singleton
@Unremovable
public class RefusedRequests {

    private static final Logger LOG = Logger.getLogger(RefusedRequests.class);

    /** Before the gate of the edge, whose refusals belong to it. */
    private static final int PRIORITY = 160;

    private static final int FIRST_REFUSAL = 400;
    private static final String REACHED = "pkh.clients.reached";
    private static final String OPERATION = "pkh.clients.operation";
    private static final String UNNAMED = "REFUSED";
    private static final BiConsumer<RoutingContext, Throwable> IGNORED = (call, failure) -> {};

    private final RefusalCounts counts = new RefusalCounts();
    private final ActivityLog log;
    private final Clock clock;

    RefusedRequests(ActivityLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(
                call -> {
                    call.addEndHandler(ended -> count(call));
                    call.next();
                },
                PRIORITY);
    }

    /** The request has reached an operation, which logs it. */
    static void reached(RoutingContext call) {
        call.put(REACHED, true);
    }

    /** The request was for this operation. */
    static void meant(RoutingContext call, String operation) {
        call.put(OPERATION, operation);
    }

    /** The request was refused before its operation did anything, and is not logged by itself. */
    static void notReached(RoutingContext call) {
        call.remove(REACHED);
    }

    private void count(RoutingContext call) {
        Uni<SecurityIdentity> identity = call.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
        int status = call.response().getStatusCode();
        if (status < FIRST_REFUSAL || identity == null || call.get(REACHED) != null) {
            return;
        }
        // a token that is not accepted was answered already
        call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, IGNORED);
        identity.subscribe().with(sender -> count(call, status, sender), notAccepted -> {});
    }

    private void count(RoutingContext call, int status, SecurityIdentity sender) {
        if (!sender.isAnonymous() && sender.hasRole(Roles.EXTERNAL_SYSTEM)) {
            String operation = call.get(OPERATION);
            String code = call.get(Refusals.CODE);
            counts.add(
                    new Refusal(
                            subjectOf(sender),
                            operation == null ? RefusalCounts.NO_OPERATION : operation,
                            code == null ? UNNAMED : code,
                            status),
                    clock.instant());
        }
    }

    private static String subjectOf(SecurityIdentity sender) {
        return sender.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : sender.getPrincipal().getName();
    }

    void atTheEnd(@Observes ShutdownEvent stopping) {
        write();
    }

    /** Writes what was counted, one row for each kind. */
    @Scheduled(every = "60s", delayed = "10s")
    public void write() {
        List<Counted> taken = counts.take();
        try {
            log.addRefused(taken);
        } catch (RuntimeException failed) { // also of the commit: what was counted is not lost
            LOG.warnf(failed, "refused requests of systems will be written in a minute");
            taken.forEach(counts::add);
        }
    }
}
