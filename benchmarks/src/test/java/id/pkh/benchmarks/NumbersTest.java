package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void aNumberHasThreeDigitsOrAllBeforeThePoint() {
        assertThat(Numbers.text(0.65432)).isEqualTo("0.65");
        assertThat(Numbers.text(12.345)).isEqualTo("12.3");
        assertThat(Numbers.text(123.45)).isEqualTo("123");
        assertThat(Numbers.text(123_456.7)).isEqualTo("123,457");
        assertThat(Numbers.text(Double.NaN)).isEqualTo("-");
    }

    @Test
    void aRoundedNumberHasThreeDecimals() {
        assertThat(Numbers.rounded(1.23456)).isEqualTo(1.235);
        assertThat(Numbers.rounded(Double.NaN)).isNaN();
    }
}
