package id.pkh.console.call;

import id.pkh.console.ConsoleConfig;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Calls the services on behalf of the user. For a service that is down or slow the result is a
 * {@link Reply} that states it, never an exception, so the page stays usable.
 */
@ApplicationScoped
public class ServiceCalls {

    /** The name under which {@code quarkus.tls} has the trust store for calls of services. */
    private static final String TLS = "services";

    private static final long PAUSE_MS = 100;
    private static final long LONGEST_CALL_S = 60;
    private static final TypeLiteral<CompletionStage<Response>> ANSWER = new TypeLiteral<>() {};

    private final Map<ServiceName, URI> addresses = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, URI> management = new EnumMap<>(ServiceName.class);
    private final Duration timeout;
    private final ServiceAddress services;
    private final Guard reads;

    ServiceCalls(ConsoleConfig config, TlsConfigurationRegistry tls) {
        addresses.put(ServiceName.REGISTRY, config.services().registry());
        addresses.put(ServiceName.MEETING, config.services().meeting());
        addresses.put(ServiceName.VERIFICATION, config.services().verification());
        addresses.put(ServiceName.DISBURSEMENT, config.services().disbursement());
        management.put(ServiceName.REGISTRY, config.management().registry());
        management.put(ServiceName.MEETING, config.management().meeting());
        management.put(ServiceName.VERIFICATION, config.management().verification());
        management.put(ServiceName.DISBURSEMENT, config.management().disbursement());
        timeout = config.callTimeout();
        QuarkusRestClientBuilder client =
                QuarkusRestClientBuilder.newBuilder()
                        .baseUri(config.services().registry())
                        .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(LONGEST_CALL_S, TimeUnit.SECONDS)
                        .disableDefaultMapper(true);
        tls.get(TLS).ifPresent(client::tlsConfiguration);
        services = client.build(ServiceAddress.class);
        reads =
                Guard.create()
                        .withDescription("reads of the pages")
                        .withTimeout()
                        .duration(timeout.toMillis(), ChronoUnit.MILLIS)
                        .done()
                        .withRetry()
                        .maxRetries(1)
                        .delay(PAUSE_MS, ChronoUnit.MILLIS)
                        .whenException(ServiceCalls::brokeOff)
                        .done()
                        .build();
    }

    public URI address(ServiceName service) {
        return addresses.get(service);
    }

    /** A read that broke off is repeated once. */
    public CompletableFuture<Reply> get(ServiceName service, String path, Credentials who) {
        URI address = addresses.get(service).resolve(path);
        return reply(
                service,
                reads.get(
                        () ->
                                services.get(
                                        address,
                                        "Bearer " + who.token(),
                                        who.language(),
                                        who.correlationId(),
                                        who.traceparent()),
                        ANSWER));
    }

    /** Health and metrics, which a service answers on a port of its own and without a token. */
    public CompletableFuture<Reply> getManagement(ServiceName service, String path) {
        URI address = management.get(service).resolve(path);
        return reply(
                service, reads.get(() -> services.get(address, null, null, null, null), ANSWER));
    }

    /** A change is sent once, because it may have taken effect although there is no answer. */
    public CompletableFuture<Reply> post(
            ServiceName service, String path, String json, Credentials who, Duration patience) {
        return reply(
                service,
                services.post(
                                addresses.get(service).resolve(path),
                                "Bearer " + who.token(),
                                who.language(),
                                who.correlationId(),
                                who.traceparent(),
                                json)
                        .toCompletableFuture()
                        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS));
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

    /** A service that accepts no connection is shown as down at once. */
    private static boolean brokeOff(Throwable failure) {
        return failure instanceof ProcessingException
                && !(failure.getCause() instanceof ConnectException);
    }

    private static CompletableFuture<Reply> reply(
            ServiceName service, CompletionStage<Response> call) {
        return call.thenApply(
                        answer ->
                                new Reply(
                                        service,
                                        answer.getStatus(),
                                        answer.readEntity(String.class)))
                .exceptionally(unreachable -> Reply.none(service))
                .toCompletableFuture();
    }
}
