package id.pkh.platform.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;

/**
 * Key material from the configuration. A service does not start without it; the message then names
 * the property, never its value.
 */
@Singleton
@Startup
@Unremovable
class SecurityKeys {

    static final String FIELD_KEYSET = "pkh.security.field-cipher.keyset.base64";
    static final String NIK_KEY = "pkh.security.nik-token.key.base64";
    private static final int MIN_NIK_KEY_BYTES = 32;

    private final byte[] fieldKeyset;
    private final byte[] nikKey;

    @Inject
    SecurityKeys(SecurityConfig config) {
        this(config.fieldCipherKeyset(), config.nikTokenKey());
    }

    SecurityKeys(Optional<String> fieldKeyset, Optional<String> nikKey) {
        this.fieldKeyset =
                decoded(FIELD_KEYSET, fieldKeyset, "a Tink AEAD keyset, JSON or binary, in base64");
        this.nikKey = decoded(NIK_KEY, nikKey, "at least 32 random bytes in base64");
        if (this.nikKey.length < MIN_NIK_KEY_BYTES) {
            throw new IllegalStateException(
                    "%s has %d bytes, it needs at least %d"
                            .formatted(NIK_KEY, this.nikKey.length, MIN_NIK_KEY_BYTES));
        }
    }

    byte[] fieldKeyset() {
        return fieldKeyset.clone();
    }

    byte[] nikKey() {
        return nikKey.clone();
    }

    private static byte[] decoded(String property, Optional<String> value, String needs) {
        String text = value.map(String::strip).orElse("");
        if (text.isEmpty()) {
            throw new IllegalStateException(
                    "the configuration property %s is missing: it needs %s"
                            .formatted(property, needs));
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(
                    "the configuration property %s is not base64: it needs %s"
                            .formatted(property, needs));
        }
    }
}
