package id.pkh.platform.security;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Encrypts single fields (NIK, family-card number, account number, name) for their column. The
 * purpose, such as {@code member.nik}, is bound to the cipher text, so a value that is moved to
 * another column cannot be decrypted. The keyset may contain older keys, so keys can be rotated
 * without changing rows.
 */
@ApplicationScoped
@Startup
@Unremovable
public class FieldCipher {

    private Aead aead;

    protected FieldCipher() {}

    @Inject
    FieldCipher(SecurityKeys keys) {
        this.aead = aeadOf(keys.fieldKeyset());
    }

    /** Null stays null: an absent value is not a secret. */
    public byte[] encrypt(String plain, String purpose) {
        return plain == null ? null : encryptBytes(plain.getBytes(StandardCharsets.UTF_8), purpose);
    }

    /** Encrypts what is no text. */
    public byte[] encryptBytes(byte[] plain, String purpose) {
        try {
            return aead.encrypt(plain, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a field of " + purpose + " was not encrypted", failed);
        }
    }

    public String decrypt(byte[] cipher, String purpose) {
        if (cipher == null) {
            return null;
        }
        try {
            byte[] plain = aead.decrypt(cipher, purpose.getBytes(StandardCharsets.UTF_8));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(
                    "a field of %s does not decrypt: other key, other purpose or damaged"
                            .formatted(purpose),
                    failed);
        }
    }

    /**
     * Decrypts what came back from outside; empty when it is not genuine: other key, other purpose,
     * or changed.
     */
    public Optional<byte[]> opened(byte[] cipher, String purpose) {
        try {
            return Optional.of(aead.decrypt(cipher, purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException notGenuine) {
            return Optional.empty();
        }
    }

    static Aead aeadOf(byte[] keyset) {
        try {
            AeadConfig.register();
            return handleOf(keyset).getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "the configuration property %s holds no usable Tink AEAD keyset"
                            .formatted(SecurityKeys.FIELD_KEYSET));
        }
    }

    private static KeysetHandle handleOf(byte[] keyset) throws GeneralSecurityException {
        String text = new String(keyset, StandardCharsets.UTF_8).strip();
        return text.startsWith("{")
                ? TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get())
                : TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
    }
}
