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

    private final PkhClient.Builder settings;
    private final HttpClient http;
    private final FileBodies bodies;

    Connection(PkhClient.Builder settings) {
        this(
                settings,
                settings.token,
                new PatientHttpClient(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(settings.connectWithin)
                                .build(),
                        settings.waitAtMost,
                        settings.pause),
                new FileBodies(createDefaultObjectMapper()));
    }

    private Connection(
            PkhClient.Builder settings,
            Supplier<String> token,
            HttpClient http,
            FileBodies bodies) {
        this.settings = settings;
        this.http = http;
        this.bodies = bodies;
        updateBaseUri(settings.address.toString().replaceAll("/+$", ""));
        setReadTimeout(settings.answerWithin);
        setRequestInterceptor(request -> complete(request, token.get()));
    }

    Connection withToken(Supplier<String> token) {
        return new Connection(settings, token, http, bodies);
    }

    private void complete(HttpRequest.Builder request, String token) {
        bodies.replaceBodyOf(request);
        set(request, "Authorization", token == null ? null : "Bearer " + token);
        set(request, CORRELATION_ID, settings.correlationId.get());
        set(request, TRACEPARENT, settings.traceparent.get());
    }

    private static void set(HttpRequest.Builder request, String name, String value) {
        if (value != null) {
            request.setHeader(name, value);
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
