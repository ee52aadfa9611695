package id.pkh.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.client.http.ApiClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.function.Supplier;

/**
 * What the generated operations of one service share: one HTTP client, and the headers of calls.
 */
final class Connection extends ApiClient {

    private static final String CORRELATION_ID = "X-Correlation-ID";
    private static final String TRACEPARENT = "traceparent";

    private final HttpClient http;
    private final FileBodies bodies = new FileBodies(createDefaultObjectMapper());

    Connection(PkhClient.Builder settings) {
        updateBaseUri(settings.address.toString().replaceAll("/+$", ""));
        setReadTimeout(settings.answerWithin);
        http =
                new PatientHttpClient(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(settings.connectWithin)
                                .build(),
                        settings.waitAtMost,
                        settings.pause);
        setRequestInterceptor(
                request -> {
                    bodies.replaceBodyOf(request);
                    String token = settings.token.get();
                    set(request, "Authorization", () -> token == null ? null : "Bearer " + token);
                    set(request, CORRELATION_ID, settings.correlationId);
                    set(request, TRACEPARENT, settings.traceparent);
                });
    }

    private static void set(HttpRequest.Builder request, String name, Supplier<String> value) {
        String current = value.get();
        if (current != null) {
            request.setHeader(name, current);
        }
    }

    /** The same for all operations, so that they share open connections. */
    @Override
    public HttpClient getHttpClient() {
        return http;
    }

    @Override
    public ObjectMapper getObjectMapper() {
        return bodies;
    }

    void endCall() {
        bodies.forget();
    }
}
