package id.pkh.platform.messaging.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Adds these fields to every line that is logged while a request is answered. */
@ApplicationScoped
class RequestMarks {

    /** Runs before every filter that may log on behalf of a request. */
    private static final int FIRST = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RequestMarks::mark, FIRST);
    }

    private static void mark(RoutingContext request) {
        LogMarks.of(Causation.of(request)).put();
        request.next();
    }
}
