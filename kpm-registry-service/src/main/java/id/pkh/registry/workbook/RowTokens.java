package id.pkh.registry.workbook;

import id.pkh.platform.security.FieldCipher;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes the key of a row as a token and reads it back. The token is encrypted and authenticated
 * with the key of the registry's columns, so a person can neither read nor make one.
 */
@ApplicationScoped
class RowTokens {

    static final String BROKEN = "WORKBOOK_TOKEN_BROKEN";
    static final String OTHER_VERSION = "WORKBOOK_VERSION_UNKNOWN";

    private static final String PURPOSE = "registry.workbook_row";

    /**
     * LibreOffice takes {@code _x4_} in a text for an escaped sign and changes it, which broke one
     * token in some thousands.
     */
    private static final char UNSAFE = '_';

    private static final char SAFE = '.';

    private final FieldCipher cipher;

    RowTokens(FieldCipher cipher) {
        this.cipher = cipher;
    }

    String seal(RowKey key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(cipher.encryptBytes(TokenBytes.of(key), PURPOSE))
                .replace(UNSAFE, SAFE);
    }

    /** Refuses a token that is not genuine, or of a form that this version does not know. */
    RowKey open(String token) {
        byte[] key =
                bytes(token)
                        .flatMap(written -> cipher.opened(written, PURPOSE))
                        .orElseThrow(() -> Refused.because(BROKEN));
        if (TokenBytes.version(key) != TokenBytes.VERSION) {
            throw Refused.because(OTHER_VERSION).with("version", TokenBytes.version(key));
        }
        return TokenBytes.read(key);
    }

    private static Optional<byte[]> bytes(String token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token.replace(SAFE, UNSAFE)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
