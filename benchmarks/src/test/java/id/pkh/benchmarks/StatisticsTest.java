package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Statistics.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
        assertThat(Statistics.median(List.of(7.0))).isEqualTo(7.0);
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Statistics.median(List.of(10.0, 1.0, 4.0, 2.0))).isEqualTo(3.0);
    }

    @Test
    void aPercentileIsAMeasuredValueByNearestRank() {
        List<Double> hundred = IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();
        assertThat(Statistics.percentile(hundred, 99)).isEqualTo(99.0);
        assertThat(Statistics.percentile(hundred, 50)).isEqualTo(50.0);
        assertThat(Statistics.percentile(hundred, 100)).isEqualTo(100.0);
        assertThat(Statistics.percentile(hundred, 0.1)).isEqualTo(1.0);
        assertThat(Statistics.percentile(List.of(3.0, 1.0, 2.0), 99)).isEqualTo(3.0);
    }

    @Test
    void nothingMeasuredHasNoMedianAndNoPercentile() {
        assertThatThrownBy(() -> Statistics.median(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Statistics.percentile(List.of(), 50))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPercentileIsAboveNoughtAndAtMostAHundred() {
        for (double wrong : new double[] {0, -1, 100.1}) {
            assertThatThrownBy(() -> Statistics.percentile(List.of(1.0), wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
