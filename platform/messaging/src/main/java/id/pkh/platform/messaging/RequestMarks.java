package id.pkh.platform.messaging;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whatever is logged while a request is answered carries the marks of its act. */
class RequestMarks {

    @ServerRequestFilter(preMatching = true)
    public void mark(RoutingContext request) {
        LogMarks.of(Causation.of(request)).put();
    }
}
