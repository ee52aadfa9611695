package id.pkh.registry.webhook;

import id.pkh.registry.RegistryConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The receivers of a local stack. A service that has some does not start elsewhere. */
@Startup
@ApplicationScoped
class LocalReceivers {

    private static final String LOCAL_STACK = "pkh.local-issuer.allowed";

    private final Set<String> hosts;

    LocalReceivers(
            RegistryConfig config,
            @ConfigProperty(name = LOCAL_STACK, defaultValue = "false") boolean isLocalStack) {
        this.hosts = config.webhooks().localHosts().orElse(Set.of());
        if (!hosts.isEmpty() && !isLocalStack) {
            throw new IllegalStateException(
                    "pkh.registry.webhooks.local-hosts lets a local stack notify itself; without"
                            + " %s=true the service does not start with it".formatted(LOCAL_STACK));
        }
    }

    /** Reads the address of a receiver, or refuses it. */
    ReceiverAddress read(String url) {
        return ReceiverAddress.read(url, hosts);
    }
}
