package id.pkh.platform.edge;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps the labels of the requests' metrics few. A client can make up any number of paths and
 * methods, and each would be a time series of its own.
 */
class RequestLabels {

    /** Under this name the metrics look for the template of the path; a resource replaces it. */
    static final String TEMPLATE = "UrlPathTemplate";

    private static final String OTHER_PATH = "/other";
    private static final String METHOD = "method";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    static void handle(RoutingContext call) {
        ((HttpServerRequestInternal) call.request()).context().putLocal(TEMPLATE, OTHER_PATH);
        call.next();
    }

    @Produces
    @Singleton
    MeterFilter fewMethods() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String method = id.getName().startsWith("http.server") ? id.getTag(METHOD) : null;
                return method == null || METHODS.contains(method)
                        ? id
                        : id.replaceTags(
                                id.getTags().stream().map(RequestLabels::withoutMethod).toList());
            }
        };
    }

    private static Tag withoutMethod(Tag tag) {
        return tag.getKey().equals(METHOD) ? Tag.of(METHOD, "OTHER") : tag;
    }
}
