package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.benchmarks.TailViewers.Told;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TailBenchmarkTest {

    @Test
    void whatIsNeitherShownNorCountedIsLost() {
        assertThat(TailBenchmark.isWhole(new Told(100, 10, 60, 30), 100)).isTrue();
        assertThat(TailBenchmark.isWhole(new Told(100, 10, 60, 29), 100)).isFalse();
        assertThat(TailBenchmark.isWhole(new Told(99, 10, 60, 29), 100)).isFalse();
        assertThat(TailBenchmark.isWhole(new Told(101, 10, 60, 31), 100)).isFalse();
    }

    @Test
    void batchesOfTheStreamAddUp() throws IOException {
        var batch =
                new ObjectMapper()
                        .readTree(
                                "{\"events\":[{},{}],\"passed\":7,\"matching\":6,\"leftOut\":4,\"dropped\":1}");
        Told twice = Told.NOTHING.and(batch).and(batch);

        assertThat(twice).isEqualTo(new Told(14, 4, 8, 2));
        assertThat(twice.since(Told.NOTHING.and(batch))).isEqualTo(new Told(7, 2, 4, 1));
    }
}
