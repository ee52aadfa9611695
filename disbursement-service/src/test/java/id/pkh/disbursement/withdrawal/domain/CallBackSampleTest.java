package id.pkh.disbursement.withdrawal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The choice of the withdrawals that families are asked about. */
class CallBackSampleTest {

    private static final String SEED = "6af0c35e".repeat(8);

    @Test
    void theSamePaymentHasTheSamePlaceInEveryRun() {
        assertThat(CallBackSample.placeOf(new UUID(0, 1), SEED)).isEqualTo(PLACE_OF_ONE);
        assertThat(CallBackSample.placeOf(new UUID(0, 1), "d19b74c2".repeat(8)))
                .isNotEqualTo(PLACE_OF_ONE);
    }

    @Test
    void aPercentageIncludesAboutAsManyOfManyPayments() {
        assertThat(included(5)).isBetween(450L, 550L);
        assertThat(included(50)).isBetween(4_850L, 5_150L);
    }

    @Test
    void zeroIncludesNoneAndHundredAll() {
        assertThat(included(0)).isZero();
        assertThat(included(100)).isEqualTo(10_000L);
    }

    @Test
    void aGreaterPercentageIncludesASmallerOne() {
        for (long i = 0; i < 1_000; i++) {
            UUID payment = new UUID(0, i);
            if (CallBackSample.includes(payment, SEED, 5)) {
                assertThat(CallBackSample.includes(payment, SEED, 10)).isTrue();
            }
        }
    }

    private static final int PLACE_OF_ONE = 492;

    private static long included(int percent) {
        return LongStream.range(0, 10_000)
                .filter(i -> CallBackSample.includes(new UUID(7, i), SEED, percent))
                .count();
    }
}
