package id.pkh.platform.edge;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a request whose body is announced as larger than the server accepts. The server would
 * refuse it itself, but without a document, and it would replace the handlers of {@link CallerGate}
 * that count the end of the request.
 */
@Singleton
@Unremovable
class AnnouncedBodies {

    private final Refusals refusals;
    private final long maxBytes;

    AnnouncedBodies(
            Refusals refusals,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K")
                    MemorySize max) {
        this.refusals = refusals;
        this.maxBytes = max.asLongValue();
    }

    void handle(RoutingContext call) {
        String announced = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && isAbove(announced)) {
            refusals.refuse(call, 413, Refusals.BODY_TOO_LARGE, Map.of("max_bytes", maxBytes));
        } else {
            call.next();
        }
    }

    private boolean isAbove(String announced) {
        try {
            return Long.parseLong(announced) > maxBytes;
        } catch (NumberFormatException moreDigitsThanALong) {
            return true;
        }
    }
}
