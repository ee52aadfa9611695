package id.pkh.platform.edge;

import id.pkh.platform.edge.Refusals.Reason;
import io.quarkus.arc.Unremovable;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/**
 * Ends a request whose body does not arrive in time, with 408 if it has no response yet. Time in
 * which the server itself holds the client back does not count.
 */
@Singleton
@Unremovable
class SlowBodies {

    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(1);

    private final Refusals refusals;
    private final long intervalMillis;
    private final long timeMillis;
    private final long bytesPerSecond;

    SlowBodies(Refusals refusals, EdgeConfig config) {
        this.refusals = refusals;
        this.timeMillis = config.body().time().toMillis();
        this.bytesPerSecond = config.body().sizePerSecond().asLongValue();
        this.intervalMillis = Math.min(timeMillis / 4, LONGEST_INTERVAL.toMillis());
    }

    void handle(RoutingContext call) {
        ArrivingBody body = ArrivingBody.of(call.request());
        if (hasBody(call.request())) {
            Watch watch = new Watch(call, body);
            long timer = call.vertx().setPeriodic(intervalMillis, watch::look);
            call.addEndHandler(ended -> call.vertx().cancelTimer(timer));
        }
        call.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        || request.version() == HttpVersion.HTTP_2
                : !length.equals("0");
    }

    /** The time that one body has taken. */
    private final class Watch {

        private final RoutingContext call;
        private final ArrivingBody body;
        private long waitedMillis;

        Watch(RoutingContext call, ArrivingBody body) {
            this.call = call;
            this.body = body;
        }

        void look(long timer) {
            if (body.isComplete()) {
                call.vertx().cancelTimer(timer);
                return;
            }
            if (!body.isHeldBack()) {
                waitedMillis += intervalMillis;
            }
            if (waitedMillis >= timeMillis + body.bytes() * 1000 / bytesPerSecond) {
                call.vertx().cancelTimer(timer);
                end();
            }
        }

        private void end() {
            refusals.count(Reason.SLOW_BODY);
            if (call.response().headWritten()) {
                UnreadBody.close(call.request());
                return;
            }
            call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            refusals.refuse(call, 408, Refusals.REQUEST_TOO_SLOW, Map.of());
        }
    }
}
