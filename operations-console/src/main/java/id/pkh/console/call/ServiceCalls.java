package id.pkh.console.call;

import id.pkh.console.ConsoleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Calls the services on behalf of the user. For a service that is down or slow the result is a
 * {@link Reply} that states it, never an exception, so the page stays usable.
 */
@ApplicationScoped
public class ServiceCalls {

    private final Map<ServiceName, URI> addresses = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, URI> management = new EnumMap<>(ServiceName.class);
    private final Duration timeout;
    private final HttpClient http;

    ServiceCalls(ConsoleConfig config) {
        addresses.put(ServiceName.REGISTRY, config.services().registry());
        addresses.put(ServiceName.MEETING, config.services().meeting());
        addresses.put(ServiceName.VERIFICATION, config.services().verification());
        addresses.put(ServiceName.DISBURSEMENT, config.services().disbursement());
        management.put(ServiceName.REGISTRY, config.management().registry());
        management.put(ServiceName.MEETING, config.management().meeting());
        management.put(ServiceName.VERIFICATION, config.management().verification());
        management.put(ServiceName.DISBURSEMENT, config.management().disbursement());
        timeout = config.callTimeout();
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout)
                        .build();
    }

    public URI address(ServiceName service) {
        return addresses.get(service);
    }

    public CompletableFuture<Reply> get(ServiceName service, String path, Credentials who) {
        return send(service, request(service, path, who, timeout).GET().build());
    }

    /** Health and metrics, which a service answers on a port of its own and without a token. */
    public CompletableFuture<Reply> getManagement(ServiceName service, String path) {
        URI address = management.get(service).resolve(path);
        return send(service, HttpRequest.newBuilder(address).timeout(timeout).GET().build());
    }

    public CompletableFuture<Reply> post(
            ServiceName service, String path, String json, Credentials who, Duration patience) {
        return send(
                service,
                request(service, path, who, patience)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    public CompletableFuture<Reply> post(
            ServiceName service, String path, String json, Credentials who) {
        return post(service, path, json, who, timeout);
    }

    /** Calls every service at the same time and waits for the slowest. */
    public List<Reply> everywhere(Function<ServiceName, CompletableFuture<Reply>> call) {
        List<CompletableFuture<Reply>> calls =
                Arrays.stream(ServiceName.values()).map(call).toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private HttpRequest.Builder request(
            ServiceName service, String path, Credentials who, Duration patience) {
        return HttpRequest.newBuilder(addresses.get(service).resolve(path))
                .timeout(patience)
                .header("Authorization", "Bearer " + who.token())
                .header("Accept-Language", who.language());
    }

    private CompletableFuture<Reply> send(ServiceName service, HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> new Reply(service, answer.statusCode(), answer.body()))
                .exceptionally(unreachable -> Reply.none(service));
    }
}
