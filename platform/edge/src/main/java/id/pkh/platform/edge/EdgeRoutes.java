package id.pkh.platform.edge;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts the handlers of this package before all others, on the published port and the other. */
@Singleton
@Unremovable
class EdgeRoutes {

    private final List<Handler<RoutingContext>> handlers;

    EdgeRoutes(OpenConnections connections, AnnouncedBodies announced, SlowBodies bodies) {
        this.handlers =
                List.of(
                        connections::handle,
                        RequestLabels::handle,
                        SafeHeaders::handle,
                        UnreadBody::handle,
                        announced::handle,
                        bodies::handle);
    }

    void main(@Observes Router router) {
        putFirst(router);
    }

    void management(@Observes ManagementInterface management) {
        putFirst(management.router());
    }

    private void putFirst(Router router) {
        handlers.forEach(handler -> router.route().order(Integer.MIN_VALUE).handler(handler));
    }
}
