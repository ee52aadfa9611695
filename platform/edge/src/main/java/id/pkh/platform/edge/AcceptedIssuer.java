package id.pkh.platform.edge;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.Config;

/**
 * The issuer whose tokens this process accepts. The process does not start without one. It starts
 * with the issuer of the local stack, whose key lies on a laptop, only where that is allowed
 * explicitly.
 */
@ApplicationScoped
@Named("issuer")
@Unremovable
public class AcceptedIssuer {

    /** The issuer that signs for {@code ./pkh up}, {@code demo} and {@code token}. */
    static final String LOCAL = "https://issuer.pkh.local";

    static final String ALLOWED = "pkh.local-issuer.allowed";
    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String KEY = "mp.jwt.verify.publickey";
    private static final String KEYS_AT = "mp.jwt.verify.publickey.location";
    private static final String NONE = "NONE"; // the library's word for a setting that is absent

    private final Config config;

    @Inject
    AcceptedIssuer(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        requireUsable();
    }

    void requireUsable() {
        if (name().isEmpty()) {
            throw new IllegalStateException(
                    "no issuer of tokens is configured: set %s to its name".formatted(ISSUER));
        }
        if (text(KEY).isEmpty() && text(KEYS_AT).isEmpty()) {
            throw new IllegalStateException(
                    "no key of the issuer %s is configured: set %s to the address of its key set"
                            .formatted(name(), KEYS_AT));
        }
        if (isLocal() && !config.getOptionalValue(ALLOWED, Boolean.class).orElse(false)) {
            throw new IllegalStateException(
                    ("%s is the issuer of the local stack, which signs a token for anyone on that"
                                    + " machine: set %s to your identity provider, or, on a laptop"
                                    + " only, PKH_LOCAL_ISSUER_ALLOWED=true")
                            .formatted(LOCAL, ISSUER));
        }
    }

    public String name() {
        return text(ISSUER);
    }

    public boolean isLocal() {
        return name().equals(LOCAL);
    }

    private String text(String property) {
        String text = config.getOptionalValue(property, String.class).orElse("").strip();
        return text.equals(NONE) ? "" : text;
    }
}
