package id.pkh.verification.schoollink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkSecretTest {

    private static final Map<UUID, String> LABELS = Map.of(UUID.randomUUID(), "SITI AMINAH");

    private final LinkSecret secret = LinkSecret.random();

    @Test
    void onlyTheSecretOpensTheLabels() {
        byte[] sealed = secret.seal(LABELS);
        assertThat(LinkSecret.of(secret.token()).open(sealed)).isEqualTo(LABELS);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("SITI");
        LinkSecret other = LinkSecret.random();
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1]++;
        assertThatThrownBy(() -> secret.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theHashTellsNothingOfTheSecret() {
        assertThat(secret.hash()).matches("[0-9a-f]{64}").doesNotContain(secret.token());
        assertThat(secret.toString()).doesNotContain(secret.token());
        assertThat(secret.token()).hasSize(43);
    }

    @Test
    void withoutLabelsThereIsNothingToOpen() {
        assertThat(secret.open(null)).isEmpty();
    }
}
