package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlayedRegistryTest {

    @Test
    void itAnswersForEveryFamilyThatIsAskedAbout() {
        UUID one = new UUID(1, 7);
        UUID other = new UUID(2, 9);

        String answer =
                PlayedRegistry.answerTo("{\"family_ids\":[\"%s\",\"%s\"]}".formatted(one, other));

        assertThat(answer)
                .startsWith("{\"items\":[{\"kpm_id\":\"" + one)
                .contains(other.toString())
                .contains("\"account_confirmed\":true");
        assertThat(PlayedRegistry.answerTo("{\"family_ids\":[]}")).isEqualTo("{\"items\":[]}");
    }
}
