package id.pkh.platform.edge;

import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Admits a request if its caller is within its limits, and otherwise refuses it with 429. The
 * caller is the subject of a token that was verified, so nobody can use up the limits of another;
 * without such a token it is the address that the request comes from.
 */
@Singleton
@Unremovable
class CallerGate {

    /** After the handler that makes the identity available, before everything that uses it. */
    private static final int PRIORITY = 150;

    private static final BiConsumer<RoutingContext, Throwable> LATER = (call, failure) -> {};

    private final boolean bySubject;
    private final CallerLimits known;
    private final CallerLimits anonymous;
    private final Refusals refusals;

    CallerGate(EdgeConfig config, Refusals refusals) {
        this.bySubject = config.bySubject();
        this.known = new CallerLimits(config.caller(), OwnLimits.of(config), config.remembered());
        this.anonymous = new CallerLimits(config.anonymous(), config.remembered());
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext call) {
        if (!bySubject) {
            admit(call, known, addressOf(call));
        } else if (call.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            admit(call, anonymous, addressOf(call));
        } else {
            checkIdentity(call);
        }
    }

    /** A token that is not accepted is refused later, by the resource that needs it. */
    private void checkIdentity(RoutingContext call) {
        BiConsumer<RoutingContext, Throwable> onFailure =
                call.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        Uni<SecurityIdentity> identity = call.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
        call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LATER);
        identity.onTermination()
                .invoke(() -> call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, onFailure))
                .subscribe()
                .with(
                        caller -> {
                            if (caller.isAnonymous()) {
                                admit(call, anonymous, addressOf(call));
                            } else {
                                admit(call, known, caller.getPrincipal().getName());
                            }
                        },
                        notAccepted -> admit(call, anonymous, addressOf(call)));
    }

    private void admit(RoutingContext call, CallerLimits limits, String caller) {
        if (call.response().closed()) {
            return;
        }
        Admission admission = limits.enter(caller);
        call.response()
                .putHeader("RateLimit-Policy", admission.policy())
                .putHeader("RateLimit", admission.left());
        if (admission.isAdmitted()) {
            call.addEndHandler(ended -> limits.leave(caller));
            call.next();
            return;
        }
        refusals.count(admission.refusal());
        long seconds = admission.retryAfterSeconds();
        call.response().putHeader("Retry-After", String.valueOf(seconds));
        refusals.refuse(
                call, 429, Refusals.TOO_MANY_REQUESTS, Map.of("retry_after_seconds", seconds));
    }

    private static String addressOf(RoutingContext call) {
        SocketAddress remote = call.request().remoteAddress();
        return remote == null ? "" : Addresses.network(remote.hostAddress());
    }
}
