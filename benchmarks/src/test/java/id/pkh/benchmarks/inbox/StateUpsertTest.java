package id.pkh.benchmarks.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.benchmarks.states.FamilyStates;
import id.pkh.benchmarks.states.FamilyStates.Versioned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateUpsertTest {

    @Test
    void ofEachFamilyTheNewestIsLeftWhateverTheOrderInTheOrderOfTheKey() {
        FamilyStates states = new FamilyStates(5, false);
        List<Versioned> events =
                new ArrayList<>(IntStream.range(0, 60).mapToObj(states::next).toList());
        List<Versioned> inOrder = StateUpsert.newest(events);
        Collections.shuffle(events, new Random(7));

        assertThat(StateUpsert.newest(events)).isEqualTo(inOrder).hasSize(5);
        assertThat(inOrder)
                .isSortedAccordingTo((a, b) -> a.state().kpmId().compareTo(b.state().kpmId()));
        for (Versioned newest : inOrder) {
            long highest =
                    events.stream()
                            .filter(e -> e.state().kpmId().equals(newest.state().kpmId()))
                            .mapToLong(Versioned::version)
                            .max()
                            .orElseThrow();
            assertThat(newest.version()).isEqualTo(highest);
        }
    }

    @Test
    void anEmptyBatchLeavesNothing() {
        assertThat(StateUpsert.newest(List.of())).isEmpty();
    }
}
