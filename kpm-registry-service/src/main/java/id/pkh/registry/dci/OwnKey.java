package id.pkh.registry.dci;

import id.pkh.registry.RegistryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The key with which this registry signs. A local stack makes one when it starts; elsewhere the
 * service does not start with senders and without a key.
 */
@ApplicationScoped
class OwnKey {

    static final String PROPERTY = "pkh.registry.dci.signing-key.base64";

    private final Optional<PublicJsonWebKey> key;

    OwnKey(
            RegistryConfig config,
            @ConfigProperty(name = "pkh.local-issuer.allowed", defaultValue = "false")
                    boolean isLocalStack) {
        this.key =
                config.dci()
                        .signingKey()
                        .map(OwnKey::read)
                        .or(() -> isLocalStack ? Optional.of(made()) : Optional.empty());
    }

    private static PublicJsonWebKey read(String base64) {
        try {
            PublicJsonWebKey key =
                    PublicJsonWebKey.Factory.newPublicJwk(
                            new String(
                                    Base64.getDecoder().decode(base64.strip()),
                                    StandardCharsets.UTF_8));
            if (key.getPrivateKey() != null && key.getKeyId() != null) {
                return key;
            }
        } catch (JoseException | IllegalArgumentException unreadable) {
            // refused below, without what was written
        }
        throw new IllegalStateException(PROPERTY + " needs a private JWK with a kid, in base64");
    }

    private static PublicJsonWebKey made() {
        try {
            OctetKeyPairJsonWebKey made =
                    OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            made.setKeyId("local");
            return made;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    PublicJsonWebKey require() {
        return key.orElseThrow(
                () ->
                        new IllegalStateException(
                                PROPERTY + " is missing: answers to senders are signed"));
    }

    /** What others need to verify signatures. */
    List<Map<String, Object>> published() {
        return key.map(
                        own -> {
                            Map<String, Object> shown =
                                    own.toParams(OutputControlLevel.PUBLIC_ONLY);
                            shown.put("use", "sig");
                            shown.put("alg", Signatures.algorithmOf(own));
                            return List.of(shown);
                        })
                .orElse(List.of());
    }
}
