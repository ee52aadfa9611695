package id.pkh.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Repeats a call when the service is busy and names the time after which it may be repeated. Only
 * calls that have no effect, or have it once, are repeated, and only within a limit.
 */
final class PatientHttpClient extends HttpClient {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Set<Integer> BUSY = Set.of(429, 503);

    /** A service that names no time at all would otherwise be called without a pause. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(500);

    private final HttpClient http;
    private final Duration waitAtMost;
    private final Pause pause;

    /** How the time passes. */
    @FunctionalInterface
    interface Pause {

        void pause(Duration time) throws InterruptedException;
    }

    PatientHttpClient(HttpClient http, Duration waitAtMost, Pause pause) {
        this.http = http;
        this.waitAtMost = waitAtMost;
        this.pause = pause;
    }

    /** The generated code reads every answer as a stream. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> stream)
            throws IOException, InterruptedException {
        return (HttpResponse<T>) send(request);
    }

    private HttpResponse<InputStream> send(HttpRequest request)
            throws IOException, InterruptedException {
        Duration left = waitAtMost;
        while (true) {
            HttpResponse<InputStream> response = http.send(request, AsciiJson.handler());
            Optional<Duration> wait = waitAfter(request, response);
            if (wait.isEmpty() || wait.get().compareTo(left) > 0) {
                return response;
            }
            response.body().close();
            pause.pause(wait.get());
            left = left.minus(wait.get());
        }
    }

    private static Optional<Duration> waitAfter(HttpRequest request, HttpResponse<?> response) {
        boolean repeatable =
                READS.contains(request.method())
                        || request.headers().firstValue(IDEMPOTENCY_KEY).isPresent();
        return repeatable && BUSY.contains(response.statusCode())
                ? RetryAfter.in(response.headers()).map(PatientHttpClient::atLeastShortest)
                : Optional.empty();
    }

    private static Duration atLeastShortest(Duration named) {
        return named.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : named;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler) {
        return http.sendAsync(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> push) {
        return http.sendAsync(request, handler, push);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
