package id.pkh.platform.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a number into a token by which rows and events can be matched without the number: a keyed
 * HMAC-SHA256 in hex. All services share the key, so a NIK has the same token everywhere.
 */
@ApplicationScoped
@Startup
@Unremovable
public class NikTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte SEPARATOR = 0x1F;

    private Mac keyed;

    protected NikTokens() {}

    @Inject
    NikTokens(SecurityKeys keys) {
        this(keys.nikKey());
    }

    NikTokens(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException unusable) {
            throw new IllegalStateException(ALGORITHM + " cannot be used", unusable);
        }
    }

    /** The token of a NIK, 64 hex digits. */
    public String tokenOf(String digits) {
        return hex(digitsOnly(digits), null);
    }

    /**
     * The token of another number (family card, account), for finding it within one service. The
     * purpose separates it from the tokens of NIKs, which have the same form.
     */
    public String tokenOf(String digits, String purpose) {
        return hex(digitsOnly(digits), purpose);
    }

    private String hex(String digits, String purpose) {
        Mac mac = copy();
        if (purpose != null) {
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update(SEPARATOR);
        }
        return HexFormat.of().formatHex(mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A Mac is not thread-safe; a copy is cheaper than a new one. */
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException unexpected) {
            throw new IllegalStateException(ALGORITHM + " cannot be copied", unexpected);
        }
    }

    private static String digitsOnly(String digits) {
        if (digits == null
                || digits.isEmpty()
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a token is made of digits only");
        }
        return digits;
    }
}
