package id.pkh.platform.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;

/**
 * Headers of every response. A response that says nothing else is not stored anywhere, because it
 * may contain personal data. A location in this application is a path: an absolute one would name
 * the host that the client wrote into its request.
 */
final class SafeHeaders {

    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    private SafeHeaders() {}

    static void handle(RoutingContext call) {
        HttpServerRequest request = call.request();
        boolean encrypted = request.isSSL(); // also by the headers of a trusted proxy
        MultiMap headers = call.response().headers();
        call.addHeadersEndHandler(
                end -> {
                    if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
                        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
                    }
                    String location = headers.get(HttpHeaders.LOCATION);
                    if (location != null) {
                        headers.set(HttpHeaders.LOCATION, withoutHost(location, request));
                    }
                    headers.set("X-Content-Type-Options", "nosniff");
                    if (encrypted) {
                        headers.set("Strict-Transport-Security", ONE_YEAR);
                    }
                });
        call.next();
    }

    private static String withoutHost(String location, HttpServerRequest request) {
        HostAndPort named = request.authority();
        String here = request.scheme() + "://" + named;
        if (named == null || !location.startsWith(here)) {
            return location;
        }
        URI absolute = URI.create(location);
        return absolute.getRawQuery() == null
                ? absolute.getRawPath()
                : absolute.getRawPath() + "?" + absolute.getRawQuery();
    }
}
