package id.pkh.verification.schoollink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a link. It is random, so its hash needs no salt, and a hash for another purpose
 * serves as the key under which the labels of the pupils are kept: whoever has the database alone
 * reads none of them.
 */
final class LinkSecret {

    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token;

    private LinkSecret(String token) {
        this.token = token;
    }

    static LinkSecret random() {
        return new LinkSecret(
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES)));
    }

    static LinkSecret of(String token) {
        return new LinkSecret(token);
    }

    String token() {
        return token;
    }

    String hash() {
        return HexFormat.of().formatHex(sha256("school link " + token));
    }

    byte[] seal(Map<UUID, String> labels) {
        byte[] nonce = bytes(NONCE_BYTES);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(JSON.writeValueAsBytes(labels));
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException | JsonProcessingException impossible) {
            throw new IllegalStateException("labels were not sealed", impossible);
        }
    }

    Map<UUID, String> open(byte[] sealed) {
        if (sealed == null) {
            return Map.of();
        }
        ByteBuffer all = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] rest = new byte[all.remaining()];
        all.get(rest);
        try {
            return JSON.readValue(
                    cipher(Cipher.DECRYPT_MODE, nonce).doFinal(rest),
                    new TypeReference<Map<UUID, String>>() {});
        } catch (GeneralSecurityException | IOException damaged) {
            // the parser's message may quote labels, so it is not passed on
            throw new IllegalStateException("sealed labels are damaged");
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(
                mode,
                new SecretKeySpec(sha256("labels of a school link " + token), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "LinkSecret";
    }
}
