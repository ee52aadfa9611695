package id.pkh.localstack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys that services need, generated once and kept in a directory that only its owner may read.
 *
 * <p>All services share the token key, so that they can match each other's documents. Each service
 * has its own encryption keyset, so that no service can read the columns of another.
 */
public final class KeyMaterial {

    private static final int TOKEN_KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 18;
    private static final int AES_KEY_BYTES = 32;

    /** {@code AesGcmKey.key_value}: field 3, length-delimited. */
    private static final int KEY_VALUE_FIELD = 3 << 3 | 2;

    private final Path directory;

    public KeyMaterial(Path directory) {
        this.directory = directory;
    }

    /** 32 random bytes in base64. */
    public String nikTokenKey() {
        return SecretFiles.readOrCreate(
                directory.resolve("nik-token.key"), () -> random(TOKEN_KEY_BYTES));
    }

    /** The key of the registry's index of names, 32 random bytes in base64. */
    public String nameKey() {
        return SecretFiles.readOrCreate(
                directory.resolve("name.key"), () -> random(TOKEN_KEY_BYTES));
    }

    /** A Tink AES256_GCM keyset, JSON in base64. */
    public String fieldCipherKeyset(String service) {
        return SecretFiles.readOrCreate(
                directory.resolve("field-cipher-" + service + ".keyset"), KeyMaterial::newKeyset);
    }

    /** The password of a database role, or of another user. */
    public String password(String role) {
        return SecretFiles.readOrCreate(
                directory.resolve("password-" + role),
                () -> random(PASSWORD_BYTES).replace('+', 'x').replace('/', 'y'));
    }

    /** The configuration of one service's keys, by property name. */
    public Map<String, String> properties(String service) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("pkh.security.nik-token.key.base64", nikTokenKey());
        properties.put("pkh.security.field-cipher.keyset.base64", fieldCipherKeyset(service));
        if (service.equals("registry")) {
            properties.put("pkh.registry.finding.name-key.base64", nameKey());
        }
        return properties;
    }

    private static String random(int bytes) {
        byte[] key = new byte[bytes];
        new SecureRandom().nextBytes(key);
        return base64(key);
    }

    /**
     * Tink's JSON is written by hand: this module is on the class path of every test, and a library
     * for one line of JSON would force its version of Protobuf on all of them.
     */
    private static String newKeyset() {
        byte[] key = new byte[AES_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        int keyId = new SecureRandom().nextInt(1, Integer.MAX_VALUE);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(KEY_VALUE_FIELD);
        message.write(AES_KEY_BYTES);
        message.writeBytes(key);
        String json =
                """
                {"primaryKeyId":%1$d,"key":[{"keyData":{"typeUrl":\
                "type.googleapis.com/google.crypto.tink.AesGcmKey","value":"%2$s",\
                "keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%1$d,\
                "outputPrefixType":"TINK"}]}"""
                        .formatted(keyId, base64(message.toByteArray()));
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
