package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyMaterialTest {

    @TempDir Path directory;

    @Test
    void theKeysetIsOneThatTinkEncryptsWith() throws Exception {
        String keyset = new KeyMaterial(directory).fieldCipherKeyset("registry");
        String json = new String(Base64.getDecoder().decode(keyset), StandardCharsets.UTF_8);

        AeadConfig.register();
        KeysetHandle handle =
                TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        Aead aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
        byte[] purpose = "nik".getBytes(StandardCharsets.UTF_8);
        byte[] secret = aead.encrypt("1771".getBytes(StandardCharsets.UTF_8), purpose);

        assertThat(handle.getAt(0).getKey().getParameters().toString()).contains("32-byte key");
        assertThat(aead.decrypt(secret, purpose)).asString().isEqualTo("1771");
    }

    @Test
    void keysAreMadeOnceAndDifferForEachService() {
        KeyMaterial keys = new KeyMaterial(directory);

        assertThat(keys.nikTokenKey()).isEqualTo(new KeyMaterial(directory).nikTokenKey());
        assertThat(Base64.getDecoder().decode(keys.nikTokenKey())).hasSize(32);
        assertThat(keys.fieldCipherKeyset("registry"))
                .isEqualTo(keys.fieldCipherKeyset("registry"))
                .isNotEqualTo(keys.fieldCipherKeyset("meeting"));
    }

    @Test
    void onlyTheOwnerMayReadThem() throws Exception {
        Path kept = directory.resolve("keys");
        new KeyMaterial(kept).properties("registry");
        TokenIssuer.in(kept);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rwx------");
        try (var files = Files.list(kept)) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo("rw-------"));
        }
    }
}
