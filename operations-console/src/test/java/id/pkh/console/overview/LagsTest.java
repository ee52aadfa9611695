package id.pkh.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LagsTest {

    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final TopicPartition A0 = new TopicPartition("a", 0);
    private static final TopicPartition A1 = new TopicPartition("a", 1);
    private static final TopicPartition B0 = new TopicPartition("b", 0);

    @Test
    void partitionsAreAddedUpAndTheOldestRecordGivesTheAge() {
        List<StreamLag> lags =
                Lags.ofGroup(
                        "g",
                        2,
                        Map.of(A0, 5L, A1, 7L, B0, 3L),
                        Map.of(A0, 10L, A1, 8L, B0, 3L),
                        Map.of(A0, NOW.minusSeconds(30), A1, NOW.minusSeconds(90)),
                        NOW);
        assertThat(lags)
                .containsExactly(
                        new StreamLag("a", "g", 2, 6, 90L), new StreamLag("b", "g", 2, 0, 0L));
    }

    @Test
    void anAgeThatCouldNotBeReadIsNotKnownRatherThanZero() {
        assertThat(Lags.ofGroup("g", 1, Map.of(A0, 5L), Map.of(A0, 6L), Map.of(), NOW))
                .containsExactly(new StreamLag("a", "g", 1, 1, null));
    }

    @Test
    void anEventFromAClockAheadOfOursIsNotYoungerThanNow() {
        assertThat(
                        Lags.ofGroup(
                                        "g",
                                        1,
                                        Map.of(A0, 5L),
                                        Map.of(A0, 6L),
                                        Map.of(A0, NOW.plusSeconds(9)),
                                        NOW)
                                .get(0)
                                .seconds())
                .isZero();
    }

    @Test
    void onlyPartitionsWithSomethingUnreadAreAskedForTheirAge() {
        assertThat(Lags.behind(Map.of(A0, 5L, A1, 7L, B0, 0L), Map.of(A0, 5L, A1, 8L)))
                .isEqualTo(Map.of(A1, 7L));
    }

    @Test
    void lateMeansMoreThanAMinuteOrNobodyThere() {
        assertThat(new StreamLag("a", "g", 1, 9, 60L).isLate()).isFalse();
        assertThat(new StreamLag("a", "g", 1, 9, 61L).isLate()).isTrue();
        assertThat(new StreamLag("a", "g", 1, 9, null).isLate()).isTrue();
        assertThat(new StreamLag("a", "g", 1, 0, 0L).isLate()).isFalse();
        assertThat(new StreamLag("a", "g", 0, 0, 0L).isLate()).isTrue();
    }

    @Test
    void whatIsLateComesFirst() {
        StreamLag abandoned = new StreamLag("z", "g", 0, 0, 0L);
        StreamLag reading = new StreamLag("a", "g", 1, 900, 2L);
        StreamLag still = new StreamLag("b", "g", 1, 0, 0L);
        assertThat(Lags.sorted(List.of(still, reading, abandoned)))
                .containsExactly(abandoned, reading, still);
    }
}
