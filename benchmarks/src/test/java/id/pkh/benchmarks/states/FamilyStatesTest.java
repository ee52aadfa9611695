package id.pkh.benchmarks.states;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.benchmarks.states.FamilyStates.Versioned;
import id.pkh.platform.messaging.envelope.WireFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamilyStatesTest {

    @Test
    void theSameStatesComeEachTime() {
        assertThat(some(new FamilyStates(10, true), 50))
                .isEqualTo(some(new FamilyStates(10, true), 50));
    }

    @Test
    void everyFamilyHasAStateAndItsVersionsRiseByOne() {
        Map<UUID, Long> versions = new HashMap<>();
        for (Versioned next : some(new FamilyStates(10, false), 200)) {
            UUID family = next.state().kpmId();
            assertThat(next.version()).isEqualTo(versions.getOrDefault(family, 0L) + 1);
            versions.put(family, next.version());
        }
        assertThat(versions).hasSize(10);
    }

    @Test
    void statesAreAsLargeAsThoseOfTheServices() throws Exception {
        for (Versioned next : some(new FamilyStates(10, false), 20)) {
            assertThat(WireFormat.mapper().writeValueAsBytes(next.state()).length)
                    .isBetween(350, 450);
        }
        for (Versioned next : some(new FamilyStates(10, true), 20)) {
            assertThat(WireFormat.mapper().writeValueAsBytes(next.state()).length)
                    .isBetween(650, 1_150);
        }
    }

    private static List<Versioned> some(FamilyStates states, int count) {
        return IntStream.range(0, count).mapToObj(states::next).toList();
    }
}
