package id.pkh.platform.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Ends a request whose answer is known before its body is. The server would otherwise read and
 * throw away whatever the client still sends, be it a gigabyte. The client has a moment to see the
 * answer and stop by itself.
 */
class UnreadBody {

    private static final long GRACE_MILLIS = 1000;

    @Inject Vertx vertx;

    @ServerResponseFilter
    void closeLater(ContainerResponseContext response, HttpServerRequest request) {
        if (response.getStatus() >= 400 && !request.isEnded()) {
            vertx.setTimer(GRACE_MILLIS, timer -> close(request));
        }
    }

    private static void close(HttpServerRequest request) {
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
