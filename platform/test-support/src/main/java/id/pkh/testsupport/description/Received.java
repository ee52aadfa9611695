package id.pkh.testsupport.description;

import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An answer to a test, by whichever client it was received.
 *
 * @param headers the values of a header
 */
public record Received(int status, Function<String, List<String>> headers, Supplier<String> body) {

    public static Received from(Response response) {
        return new Received(
                response.statusCode(), response.headers()::getValues, response::asString);
    }

    public static Received from(HttpResponse<String> response) {
        return new Received(response.statusCode(), response.headers()::allValues, response::body);
    }

    String header(String name) {
        return headers.apply(name).stream().findFirst().orElse(null);
    }

    /** Without its parameters; empty without a content. */
    String contentType() {
        String type = header("Content-Type");
        return type == null ? "" : type.split(";")[0];
    }

    String text() {
        return body.get();
    }
}
