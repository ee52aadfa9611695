package id.pkh.disbursement.account;

import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.platform.security.NikTokens;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key by which account numbers are compared, and the former one while rows are written again
 * after a change. Without a key of its own the service uses the one that all services have for
 * numbers. A row states the id of its key, and none for the shared one.
 */
@Singleton
@Startup
class AccountKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PROPERTY = "pkh.disbursement.account.key.base64";
    private static final int MIN_KEY_BYTES = 32;
    private static final byte SEPARATOR = 0x1F;

    /**
     * One key.
     *
     * @param id null for the shared key; another id shows nothing about its key
     */
    record AccountKey(Integer id, Hash hash) {}

    /** A keyed hash of digits for a purpose. */
    interface Hash {
        byte[] of(String digits, String purpose);
    }

    private final AccountKey present;
    private final Optional<AccountKey> former;

    @Inject
    AccountKeys(DisbursementConfig config, NikTokens shared) {
        this(config.account().key(), config.account().formerKey(), shared);
    }

    AccountKeys(Optional<String> key, Optional<String> formerKey, NikTokens shared) {
        this.present = key.map(AccountKeys::read).orElseGet(() -> ofAllServices(shared));
        this.former =
                formerKey.map(AccountKeys::read).filter(one -> !one.id().equals(present.id()));
    }

    AccountKey present() {
        return present;
    }

    Optional<AccountKey> former() {
        return former;
    }

    /** The present key first. */
    List<AccountKey> all() {
        return former.map(one -> List.of(present, one)).orElse(List.of(present));
    }

    private static AccountKey ofAllServices(NikTokens shared) {
        return new AccountKey(
                null,
                (digits, purpose) -> HexFormat.of().parseHex(shared.tokenOf(digits, purpose)));
    }

    private static AccountKey read(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length < MIN_KEY_BYTES) {
                throw new IllegalStateException(
                        "%s has %d bytes, it needs at least %d"
                                .formatted(PROPERTY, key.length, MIN_KEY_BYTES));
            }
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return new AccountKey(
                    ByteBuffer.wrap(copy(mac).doFinal(bytes("id"))).getInt(),
                    (digits, purpose) -> {
                        Mac keyed = copy(mac);
                        keyed.update(bytes(purpose));
                        keyed.update(SEPARATOR);
                        return keyed.doFinal(bytes(digits));
                    });
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(PROPERTY + " is not base64");
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(ALGORITHM + " cannot be used", unusable);
        }
    }

    /** A Mac is not thread-safe. */
    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
