package id.pkh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenIdentifiersTest {

    @Test
    void aNumberIsNewOnce() {
        SeenIdentifiers seen = new SeenIdentifiers();
        assertThat(seen.contains("0000000000000000")).isFalse();
        assertThat(seen.add("0000000000000000")).isTrue();
        assertThat(seen.add("0000000000000000")).isFalse();
        assertThat(seen.contains("0000000000000000")).isTrue();
        assertThat(seen.contains("0000000000000001")).isFalse();
        assertThat(seen.add("9999999999999999")).isTrue();
        assertThat(seen.size()).isEqualTo(2);
    }

    @Test
    void itContainsTheSameNumbersAsASet() {
        Random random = new Random(20260115);
        SeenIdentifiers seen = new SeenIdentifiers();
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            String digits = "17710%011d".formatted(random.nextInt(150_000));
            assertThat(seen.add(digits)).isEqualTo(expected.add(digits));
        }
        assertThat(seen.size()).isEqualTo(expected.size());
        assertThat(expected).allMatch(seen::contains);
    }
}
