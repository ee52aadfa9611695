package id.pkh.platform.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses addresses and headers that mean nothing, before a resource is looked for. The resources
 * and the database can then rely on texts without control characters, and a filter that is named
 * has a value: an empty one would select everything.
 */
class WellFormedRequest {

    @ServerRequestFilter(preMatching = true)
    void check(HttpServerRequest request) {
        String address = request.uri();
        int question = address.indexOf('?');
        checkPath(question < 0 ? address : address.substring(0, question));
        if (question >= 0) {
            forEachParameter(address.substring(question + 1), WellFormedRequest::checkParameter);
        }
        String accept = String.join(", ", request.headers().getAll("Accept"));
        if (request.headers().contains("Accept") && !MediaTypes.isAcceptable(accept)) {
            throw Refused.because(WebRefusals.NOT_ACCEPTABLE);
        }
        String type = request.getHeader("Content-Type");
        if (type != null && !MediaTypes.isContentType(type)) {
            throw Refused.because(WebRefusals.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static void checkPath(String path) {
        if (!isClean(PercentDecoded.of(path, false))) {
            throw Refused.because(WebRefusals.INVALID_PARAMETER).with("parameter", "path");
        }
    }

    private static void checkParameter(String encodedName, String encodedValue) {
        Optional<String> name = PercentDecoded.of(encodedName, true);
        if (!isClean(name)) {
            throw Refused.because(WebRefusals.INVALID_REQUEST);
        }
        Optional<String> value = PercentDecoded.of(encodedValue, true);
        if (!isClean(value) || value.get().isBlank()) {
            throw Refused.because(WebRefusals.INVALID_PARAMETER).with("parameter", name.get());
        }
    }

    static void forEachParameter(String query, BiConsumer<String, String> parameter) {
        for (String part : query.split("&")) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                parameter.accept(
                        equals < 0 ? part : part.substring(0, equals),
                        equals < 0 ? "" : part.substring(equals + 1));
            }
        }
    }

    private static boolean isClean(Optional<String> text) {
        return text.isPresent() && !Text.hasControl(text.get(), false);
    }
}
