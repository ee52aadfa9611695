package id.pkh.disbursement.entitlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RupiahTest {

    @ParameterizedTest(name = "{1}/{2} of {0} is {3}")
    @CsvSource({
        "2000000, 1, 12, 166667",
        "2000000, 2, 12, 333333",
        "2000000, 3, 12, 500000",
        "5, 1, 12, 0",
        "6, 1, 12, 1",
        "7, 1, 12, 1",
        "17, 1, 12, 1",
        "18, 1, 12, 2",
        "1, 1, 2, 1",
        "1, 1, 3, 0",
        "0, 7, 12, 0",
        "900000, 0, 12, 0"
    })
    void roundsAShareHalfUp(long amount, int parts, int whole, long share) {
        assertThat(Rupiah.of(amount).shareHalfUp(parts, whole)).isEqualTo(Rupiah.of(share));
    }

    @Test
    void roundsAsDecimalArithmeticDoes() {
        Random random = new Random(12);
        for (int i = 0; i < 10_000; i++) {
            long amount = random.nextInt(20_000_000);
            int months = random.nextInt(13);
            long expected =
                    BigDecimal.valueOf(amount)
                            .multiply(BigDecimal.valueOf(months))
                            .divide(BigDecimal.valueOf(12), 0, RoundingMode.HALF_UP)
                            .longValueExact();

            assertThat(Rupiah.of(amount).shareHalfUp(months, 12).amount()).isEqualTo(expected);
        }
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> Rupiah.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOverflowIsAnError() {
        Rupiah most = Rupiah.of(Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(Rupiah.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.shareHalfUp(2, 12)).isInstanceOf(ArithmeticException.class);
    }
}
