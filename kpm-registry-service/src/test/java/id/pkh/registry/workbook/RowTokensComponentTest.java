package id.pkh.registry.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.security.FieldCipher;
import id.pkh.platform.web.Refused;
import id.pkh.registry.RegistryComponentTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RowTokensComponentTest extends RegistryComponentTest {

    @Inject RowTokens tokens;
    @Inject FieldCipher cipher;

    private static RowKey key(String... ids) {
        return new RowKey(
                "H",
                UUID.randomUUID(),
                YearMonth.of(2026, 12),
                Instant.ofEpochSecond(1_796_000_000L),
                List.of(ids),
                Map.of("mark", "HADIR", "note", "ditunggu – besok"));
    }

    @Test
    void aTokenOpensAsWhatWasSealed() {
        RowKey key = key(UUID.randomUUID().toString(), "17.71.08.1001-01", "", "M1");
        assertThat(tokens.open(tokens.seal(key))).isEqualTo(key);
    }

    /** The same UUID in capitals is another text, and comes back as it was. */
    @Test
    void whatOnlyLooksLikeAnIdComesBackAsItWas() {
        RowKey key =
                key(
                        UUID.randomUUID().toString().toUpperCase(),
                        "1-1-1-1-100000000000000000000000000");
        assertThat(tokens.open(tokens.seal(key))).isEqualTo(key);
    }

    @Test
    void aTokenIsShortAndHasNoSignThatProgramsChange() {
        String token = tokens.seal(key(UUID.randomUUID().toString()));
        assertThat(token).hasSizeLessThan(170).matches("[A-Za-z0-9.-]+");
    }

    @Test
    void everyChangedCharacterBreaksIt() {
        String token = tokens.seal(key(UUID.randomUUID().toString()));
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThatThrownBy(() -> tokens.open(changed))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(RowTokens.BROKEN));
        }
    }

    @Test
    void aTokenOfAnotherVersionIsNamedAsSuch() {
        for (byte[] other : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[] {9})) {
            String token =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(cipher.encryptBytes(other, "registry.workbook_row"))
                            .replace('_', '.');
            assertThatThrownBy(() -> tokens.open(token))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.code()).isEqualTo(RowTokens.OTHER_VERSION));
        }
    }
}
