package id.pkh.registry.dci;

import id.pkh.registry.RegistryConfig;
import id.pkh.registry.RegistryConfig.DciSender;
import id.pkh.registry.dci.domain.DciError;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The systems that may send messages, from the configuration, which is read when it starts. */
@Startup
@ApplicationScoped
class Senders {

    private static final int MIN_RSA_BITS = 2048;

    private final Map<String, Sender> senders = new HashMap<>();

    Senders(RegistryConfig config, OwnKey ownKey) {
        config.dci().senders().forEach((id, settings) -> senders.put(id, sender(id, settings)));
        if (!senders.isEmpty()) {
            ownKey.require();
        }
    }

    private static Sender sender(String id, DciSender settings) {
        return new Sender(
                id,
                settings.subject(),
                settings.callbackHosts().orElse(Set.of()),
                settings.callbackUrl(),
                settings.keys().map(keys -> keys(id, keys)).orElse(List.of()),
                settings.purpose());
    }

    /** A set that cannot be used stops the start: its sender would otherwise need no signature. */
    private static List<PublicJsonWebKey> keys(String id, String base64) {
        try {
            List<PublicJsonWebKey> keys =
                    new JsonWebKeySet(
                                    new String(
                                            Base64.getDecoder().decode(base64.strip()),
                                            StandardCharsets.UTF_8))
                            .getJsonWebKeys().stream()
                                    .filter(PublicJsonWebKey.class::isInstance)
                                    .map(PublicJsonWebKey.class::cast)
                                    .filter(key -> key.getKeyId() != null && isLong(key))
                                    .toList();
            if (!keys.isEmpty()) {
                return keys;
            }
        } catch (JoseException | IllegalArgumentException unreadable) {
            // refused below, without what was written
        }
        throw new IllegalStateException(
                "pkh.registry.dci.senders.%s.keys.base64 needs a JWK set with public keys, each with a kid"
                        .formatted(id));
    }

    private static boolean isLong(PublicJsonWebKey key) {
        return !(key.getPublicKey() instanceof java.security.interfaces.RSAPublicKey rsa)
                || rsa.getModulus().bitLength() >= MIN_RSA_BITS;
    }

    /** The sender with this id, if the caller is who sends under it. */
    Sender require(String id, String subject) {
        Sender sender = senders.get(id);
        if (sender == null || !sender.subject().equals(subject)) {
            throw new DciRefused(
                    DciError.SENDER_ID, "header.sender_id is not the name of the token's owner");
        }
        return sender;
    }
}
