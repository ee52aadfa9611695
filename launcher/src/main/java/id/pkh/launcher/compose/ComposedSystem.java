package id.pkh.launcher.compose;

import id.pkh.district.story.StoryConfig;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.StackPlan;
import id.pkh.localstack.TokenIssuer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** The system that docker compose runs, seen from outside: its published ports and its issuer. */
public final class ComposedSystem {

    private static final Duration TOKEN_VALID_FOR = Duration.ofHours(8);

    private final Checkout checkout;
    private final LocalCertificates certificates;

    public ComposedSystem(Checkout checkout) {
        this.checkout = checkout;
        this.certificates = new LocalCertificates(checkout);
    }

    /** The story with these files, played on that system. */
    public StoryConfig story(Path input) {
        TokenIssuer issuer = TokenIssuer.in(ComposeEnvironment.keysDirectory(checkout));
        boolean encrypted = ComposeEnvironment.isEncrypted(checkout);
        String scheme = encrypted ? "https" : "http";
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (ServiceSpec service : checkout.services()) {
            addresses.put(service.name(), URI.create(scheme + "://localhost:" + service.port()));
        }
        Map<String, Object> broker = new LinkedHashMap<>();
        broker.put("bootstrap.servers", "localhost:" + StackPlan.KAFKA_PORT);
        if (encrypted) {
            // every client of this process that does not name another authority
            SSLContext.setDefault(certificates.trust());
            broker.putAll(encryption());
        }
        return new StoryConfig(
                addresses,
                (subject, roles, areas, bank) ->
                        issuer.mint(subject, roles, areas, bank, TOKEN_VALID_FOR),
                input,
                broker);
    }

    private Map<String, Object> encryption() {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", ComposeEnvironment.observerSignIn(checkout),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificates.authority().toString());
    }
}
