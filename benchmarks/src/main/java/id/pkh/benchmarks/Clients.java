package id.pkh.benchmarks;

import id.pkh.client.PkhClient;
import id.pkh.launcher.stack.Stack;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The clients of the services of one caller, with connections that stay open. */
final class Clients {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Map<String, PkhClient> services;

    Clients(Stack stack, String token) {
        services =
                stack.addresses().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        service -> connection(service.getValue(), token)));
    }

    private static PkhClient connection(URI address, String token) {
        return PkhClient.to(address).token(() -> token).answerWithin(PATIENCE).open();
    }

    PkhClient of(String service) {
        return services.get(service);
    }
}
