package id.pkh.registry.identity;

import id.pkh.registry.RegistryConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the index of names, which no other service has, and the former key while the index is
 * written again after a change. A row states the id of its key, so rows of both keys are found. The
 * service does not start without the key.
 */
@Singleton
@Startup
class NameKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PROPERTY = "pkh.registry.finding.name-key.base64";
    private static final int MIN_KEY_BYTES = 32;

    private final List<NameKey> keys;

    NameKeys(RegistryConfig config) {
        RegistryConfig.Finding finding = config.finding();
        if (finding.nameKey().isEmpty()) {
            throw new IllegalStateException(
                    PROPERTY + " is missing: it needs at least 32 random bytes in base64");
        }
        keys =
                Stream.of(finding.nameKey(), finding.formerNameKey())
                        .flatMap(Optional::stream)
                        .map(NameKeys::read)
                        .toList();
    }

    /** One key; its id shows nothing about it. */
    record NameKey(int id, Mac keyed) {

        /** The first bytes of the keyed hash. A Mac is not thread-safe, so a copy is used. */
        int token(String text) {
            try {
                return first(((Mac) keyed.clone()), text);
            } catch (CloneNotSupportedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
    }

    NameKey present() {
        return keys.get(0);
    }

    /** The present key first. */
    List<NameKey> all() {
        return keys;
    }

    private static NameKey read(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length < MIN_KEY_BYTES) {
                throw new IllegalStateException(
                        "%s has %d bytes, it needs at least %d"
                                .formatted(PROPERTY, key.length, MIN_KEY_BYTES));
            }
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return new NameKey(first((Mac) mac.clone(), "id"), mac);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(PROPERTY + " is not base64");
        } catch (GeneralSecurityException | CloneNotSupportedException unusable) {
            throw new IllegalStateException(ALGORITHM + " cannot be used", unusable);
        }
    }

    private static int first(Mac mac, String text) {
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).getInt();
    }
}
