package id.pkh.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts columns so that a service with the keyset can read them: Tink's AES-GCM, implemented
 * here.
 */
final class ColumnSeal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte TINK = 1;

    private final SecretKeySpec key;
    private final byte[] prefix;
    private final Cipher cipher;
    private long sealed;

    ColumnSeal(String keysetBase64) {
        try {
            byte[] json = Base64.getDecoder().decode(keysetBase64);
            JsonNode keyset = new ObjectMapper().readTree(json);
            byte[] message = Base64.getDecoder().decode(keyset.at("/key/0/keyData/value").asText());
            byte[] bytes = Arrays.copyOfRange(message, message.length - KEY_BYTES, message.length);
            key = new SecretKeySpec(bytes, "AES");
            prefix =
                    ByteBuffer.allocate(1 + Integer.BYTES)
                            .put(TINK)
                            .putInt(keyset.path("primaryKeyId").asInt())
                            .array();
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotRun("the keyset of the service cannot be used", e);
        }
    }

    byte[] seal(String plain, String purpose) {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(0).putLong(++sealed).array();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            byte[] sealedText = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(prefix.length + NONCE_BYTES + sealedText.length)
                    .put(prefix)
                    .put(nonce)
                    .put(sealedText)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new CannotRun("a column could not be encrypted", e);
        }
    }
}
