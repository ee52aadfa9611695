package id.pkh.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldKeysTest {

    private static final byte[] KEY = new byte[32];
    private static final String NIK = "1771080101900001";

    @Test
    void a_field_comes_back_with_the_same_purpose_only() throws Exception {
        FieldCipher cipher = cipher(keysetJson());
        byte[] encrypted = cipher.encrypt(NIK, "member.nik");

        assertThat(cipher.decrypt(encrypted, "member.nik")).isEqualTo(NIK);
        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain(NIK);
        assertThatThrownBy(() -> cipher.decrypt(encrypted, "kpm.account"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kpm.account");
    }

    @Test
    void equal_fields_do_not_look_equal() throws Exception {
        FieldCipher cipher = cipher(keysetJson());

        assertThat(cipher.encrypt(NIK, "member.nik"))
                .isNotEqualTo(cipher.encrypt(NIK, "member.nik"));
    }

    @Test
    void a_changed_byte_or_another_key_does_not_decrypt() throws Exception {
        FieldCipher cipher = cipher(keysetJson());
        byte[] encrypted = cipher.encrypt(NIK, "member.nik");
        byte[] changed = encrypted.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.decrypt(changed, "member.nik"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher(keysetJson()).decrypt(encrypted, "member.nik"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_came_back_changed_from_outside_is_not_genuine() throws Exception {
        FieldCipher cipher = cipher(keysetJson());
        byte[] encrypted = cipher.encrypt("a row", "workbook");
        byte[] changed = encrypted.clone();
        changed[changed.length - 1] ^= 1;

        assertThat(cipher.opened(encrypted, "workbook"))
                .hasValueSatisfying(plain -> assertThat(plain).asString(UTF_8).isEqualTo("a row"));
        assertThat(cipher.opened(encrypted, "member.nik")).isEmpty();
        assertThat(cipher.opened(changed, "workbook")).isEmpty();
        assertThat(cipher.opened(new byte[0], "workbook")).isEmpty();
    }

    @Test
    void what_an_older_key_encrypted_still_decrypts_after_rotation() throws Exception {
        AeadConfig.register();
        KeysetHandle old = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        byte[] encrypted = cipher(json(old)).encrypt(NIK, "member.nik");
        KeysetHandle rotated =
                KeysetHandle.newBuilder(old)
                        .addEntry(
                                KeysetHandle.generateEntryFromParameters(
                                                PredefinedAeadParameters.AES256_GCM)
                                        .withRandomId()
                                        .makePrimary())
                        .build();

        assertThat(cipher(json(rotated)).decrypt(encrypted, "member.nik")).isEqualTo(NIK);
    }

    @Test
    void a_keyset_may_be_binary() throws Exception {
        AeadConfig.register();
        KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        byte[] binary =
                TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        byte[] encrypted = cipher(json(handle)).encrypt(NIK, "x");

        assertThat(cipher(binary).decrypt(encrypted, "x")).isEqualTo(NIK);
    }

    @Test
    void nothing_stays_nothing() throws Exception {
        FieldCipher cipher = cipher(keysetJson());

        assertThat(cipher.encrypt(null, "x")).isNull();
        assertThat(cipher.decrypt(null, "x")).isNull();
        assertThat(cipher.decrypt(cipher.encrypt("", "x"), "x")).isEmpty();
    }

    /**
     * RFC 4231 has no case with digits only; this value was made with openssl dgst -sha256 -hmac.
     */
    @Test
    void a_token_is_the_hmac_in_hex() {
        NikTokens tokens = new NikTokens("0123456789abcdef0123456789abcdef".getBytes());

        assertThat(tokens.tokenOf(NIK))
                .isEqualTo("19b5687642c60961a1d85bc68b7ce38cacd9d8b6d284a76c4fabd6ad63e670f0")
                .isEqualTo(tokens.tokenOf(NIK));
    }

    @Test
    void tokens_differ_by_number_key_and_purpose() {
        NikTokens tokens = new NikTokens(KEY);
        byte[] otherKey = KEY.clone();
        otherKey[0] = 1;

        assertThat(tokens.tokenOf("1771080101900002")).isNotEqualTo(tokens.tokenOf(NIK));
        assertThat(new NikTokens(otherKey).tokenOf(NIK)).isNotEqualTo(tokens.tokenOf(NIK));
        assertThat(tokens.tokenOf(NIK, "family-card")).isNotEqualTo(tokens.tokenOf(NIK));
        assertThat(tokens.tokenOf(NIK, "account")).isNotEqualTo(tokens.tokenOf(NIK, "family-card"));
    }

    @Test
    void many_threads_get_the_same_tokens() {
        NikTokens tokens = new NikTokens(KEY);
        String expected = tokens.tokenOf(NIK);

        assertThat(IntStream.range(0, 2000).parallel().mapToObj(i -> tokens.tokenOf(NIK)))
                .allMatch(expected::equals);
    }

    @Test
    void a_token_is_made_of_digits_and_the_complaint_does_not_repeat_them() {
        NikTokens tokens = new NikTokens(KEY);

        for (String wrong : Arrays.asList(null, "", "12a4", "1.2E15")) {
            assertThatThrownBy(() -> tokens.tokenOf(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a token is made of digits only");
        }
    }

    @Test
    void missing_key_material_is_named_by_its_property() {
        Optional<String> keyset = Optional.of("e30=");

        assertThatThrownBy(() -> new SecurityKeys(Optional.empty(), key(32)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pkh.security.field-cipher.keyset.base64");
        assertThatThrownBy(() -> new SecurityKeys(keyset, Optional.of("  ")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pkh.security.nik-token.key.base64");
        assertThatThrownBy(() -> new SecurityKeys(keyset, Optional.of("§§§")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("base64")
                .hasMessageNotContaining("§§§");
        assertThatThrownBy(() -> new FieldCipher(new SecurityKeys(keyset, key(32))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pkh.security.field-cipher.keyset.base64");
    }

    @Test
    void the_token_key_has_at_least_32_bytes() {
        Optional<String> keyset = Optional.of("e30=");

        assertThatThrownBy(() -> new SecurityKeys(keyset, key(31)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("31");
        assertThat(new SecurityKeys(keyset, key(32)).nikKey()).hasSize(32);
        assertThat(new SecurityKeys(keyset, key(33)).nikKey()).hasSize(33);
    }

    private static Optional<String> key(int bytes) {
        return Optional.of(Base64.getEncoder().encodeToString(new byte[bytes]));
    }

    private static FieldCipher cipher(byte[] keyset) {
        String base64 = Base64.getEncoder().encodeToString(keyset);
        return new FieldCipher(new SecurityKeys(Optional.of(base64), key(32)));
    }

    private static byte[] keysetJson() throws Exception {
        AeadConfig.register();
        return json(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    private static byte[] json(KeysetHandle handle) throws Exception {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get())
                .getBytes(StandardCharsets.UTF_8);
    }
}
