package id.pkh.disbursement.money.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.money.domain.MoneyBalance.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyBalanceTest {

    @ParameterizedTest
    @CsvSource({
        // sealed   | placed    | batches off | paid twice | balanced, difference
        "0,      0, 0,      0, 0,   0, 0,   0, true,     0",
        "2, 450000, 2, 450000, 0,   0, 0,   0, true,     0",
        "2, 450000, 1, 225000, 0,   0, 0,   0, false, 225000",
        "2, 450000, 2, 449999, 0,   0, 0,   0, false,      1",
        "2, 450000, 2, 450001, 0,   0, 0,   0, false,      1",
        "2, 450000, 2, 450000, 1, 700, 0,   0, false,    700",
        "2, 450000, 2, 450000, 0,   0, 1,  80, false,     80",
        "2, 450000, 1, 449990, 1, 700, 1,  80, false,    790",
        // only the number differs: the difference is 0 only when the money is balanced
        "2, 450000, 3, 450000, 0,   0, 0,   0, false,      1",
        "2, 450000, 2, 450000, 1,   0, 0,   0, false,      1",
    })
    void theDifferenceIsZeroExactlyWhenTheMoneyIsBalanced(
            long sealed,
            long sealedIdr,
            long placed,
            long placedIdr,
            long batches,
            long batchesIdr,
            long twice,
            long twiceIdr,
            boolean balanced,
            long difference) {
        MoneyBalance balance =
                new MoneyBalance(
                        new Tally(sealed, sealedIdr),
                        new Tally(placed, placedIdr),
                        new Tally(batches, batchesIdr),
                        new Tally(twice, twiceIdr));

        assertThat(balance.isBalanced()).isEqualTo(balanced);
        assertThat(balance.differenceIdr()).isEqualTo(difference);
    }
}
