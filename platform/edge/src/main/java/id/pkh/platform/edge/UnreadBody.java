package id.pkh.platform.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends a request whose response is known before its body was read. Otherwise the server would read
 * and discard everything that the client still sends, even a gigabyte. The client has a moment to
 * read the response and to stop sending.
 */
final class UnreadBody {

    private static final long GRACE_MILLIS = 1000;

    private UnreadBody() {}

    static void handle(RoutingContext call) {
        HttpServerRequest request = call.request();
        call.addHeadersEndHandler(
                headers -> {
                    if (call.response().getStatusCode() >= 400 && !request.isEnded()) {
                        call.vertx().setTimer(GRACE_MILLIS, timer -> close(request));
                    }
                });
        call.next();
    }

    static void close(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
