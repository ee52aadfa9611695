package id.pkh.platform.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Ends a request whose response is known before its body was read. Otherwise the server would read
 * and discard everything that the client still sends, even a gigabyte. The client has a moment to
 * read the response and to stop sending.
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
