package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {

    @Test
    void everyFigureIsALineWithItsLimitAndItsTarget() {
        String table =
                FigureTable.of(
                        List.of(
                                FigureFixture.relay(104_000.4, 160_000),
                                FigureFixture.latency(31.25)));
        assertThat(table)
                .isEqualTo(
                        """
                        figure                     value  machine's limit              limit  ratio  seconds  peak RSS  target
                        relay           104,000 events/s  producer alone    160,000 events/s   0.65     2.50    310 MB  MISSED ratio >= 0.70
                        latency.median           31.3 ms  bare round trips           8.00 ms   3.91     20.0         -  met < 250 ms
                        """);
    }

    @Test
    void withoutFiguresThereAreOnlyHeadings() {
        assertThat(FigureTable.of(List.of())).startsWith("figure").hasLineCount(1);
    }
}
