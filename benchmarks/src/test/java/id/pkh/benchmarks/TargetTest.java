package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void aRatioIsMetAtItsBoundAndMissedBelow() {
        assertThat(FigureFixture.relay(70, 100).isMissed()).isFalse();
        assertThat(FigureFixture.relay(71, 100).isMissed()).isFalse();
        assertThat(FigureFixture.relay(69, 100).isMissed()).isTrue();
    }

    @Test
    void aDurationIsMetBelowItsBoundAndMissedAtIt() {
        assertThat(FigureFixture.latency(249.9).isMissed()).isFalse();
        assertThat(FigureFixture.latency(250).isMissed()).isTrue();
        assertThat(FigureFixture.latency(251).isMissed()).isTrue();
    }

    @Test
    void aRateIsMetAtItsBoundAndMissedBelow() {
        Target target = Target.valueAtLeast(25_000);
        assertThat(target.isMet(25_000, 0.1)).isTrue();
        assertThat(target.isMet(24_999, 9)).isFalse();
    }

    @Test
    void theVerdictNamesTheTarget() {
        assertThat(FigureFixture.relay(50, 100).verdict()).isEqualTo("MISSED ratio >= 0.70");
        assertThat(FigureFixture.relay(80, 100).verdict()).isEqualTo("met ratio >= 0.70");
        assertThat(FigureFixture.latency(300).verdict()).isEqualTo("MISSED < 250 ms");
        assertThat(FigureFixture.withoutTarget().verdict()).isEqualTo("-");
    }
}
