package id.pkh.platform.security;

import id.pkh.platform.web.CursorKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives the key of cursors from the key that all services share, for this purpose alone: a cursor
 * shows nothing about the tokens of NIKs, and no further secret has to be configured.
 */
@Singleton
class DerivedCursorKey implements CursorKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "pkh.web.cursor.v1";

    private final byte[] key;

    DerivedCursorKey(SecurityKeys keys) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.nikKey(), ALGORITHM));
            key = mac.doFinal(PURPOSE.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] bytes() {
        return key.clone();
    }
}
