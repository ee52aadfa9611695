package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** Verifies a token as its receiver does. */
final class Jws {

    private Jws() {}

    static String verifiedClaims(String token, PublicKey key) {
        String[] parts = token.split("\\.");
        assertThat(parts).hasSize(3);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }
}
