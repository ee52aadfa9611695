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

/** The system that docker compose runs, seen from outside: its published ports and its issuer. */
public final class ComposedSystem {

    private static final Duration TOKEN_VALID_FOR = Duration.ofHours(8);

    private final Checkout checkout;

    public ComposedSystem(Checkout checkout) {
        this.checkout = checkout;
    }

    /** The story with these files, played on that system. */
    public StoryConfig story(Path input) {
        TokenIssuer issuer = TokenIssuer.in(checkout.state().resolve("keys"));
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (ServiceSpec service : checkout.services()) {
            addresses.put(service.name(), URI.create("http://localhost:" + service.port()));
        }
        return new StoryConfig(
                addresses,
                (subject, roles, areas, bank) ->
                        issuer.mint(subject, roles, areas, bank, TOKEN_VALID_FOR),
                input,
                "localhost:" + StackPlan.KAFKA_PORT);
    }
}
