package id.pkh.platform.edge;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.arc.Unremovable;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;

/** Answers a request that no resource sees, and counts the answers by their reason. */
@Singleton
@Unremovable
public class Refusals {

    public static final String TOO_MANY_REQUESTS = "TOO_MANY_REQUESTS";
    public static final String BODY_TOO_LARGE = "BODY_TOO_LARGE";
    public static final String REQUEST_TOO_SLOW = "REQUEST_TOO_SLOW";

    /** Under this name the code of a refusal is in the data of its call. */
    public static final String CODE = "pkh.refusal.code";

    /** Why a request was refused, or its connection closed; the label of the metric. */
    enum Reason {
        RATE,
        CONCURRENCY,
        SLOW_BODY,
        NO_REQUEST
    }

    private final RefusalForm form;

    Refusals(RefusalForm form) {
        this.form = form;
        for (Reason reason : Reason.values()) {
            count(reason, 0);
        }
    }

    void refuse(RoutingContext call, int status, String code, Map<String, ?> details) {
        RefusalForm.Content content =
                form.of(
                        status,
                        code,
                        details,
                        call.request().path(),
                        call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        call.put(CODE, code);
        HttpServerResponse response = call.response();
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, content.type())
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, content.language())
                .end(content.body());
    }

    void count(Reason reason) {
        count(reason, 1);
    }

    private static void count(Reason reason, int more) {
        Metrics.counter("edge_refusals_total", "reason", reason.name()).increment(more);
    }
}
