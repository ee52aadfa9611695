package id.pkh.district.recount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtBankTest {

    @ParameterizedTest
    @CsvSource({
        "000000000000113, REJECTED ACCOUNT_NUMBER_WRONG",
        "0000000033, REJECTED ACCOUNT_CLOSED",
        "0000000000000253, REJECTED ACCOUNT_BLOCKED",
        "0000001373, REJECTED NAME_DIFFERS",
        "0000000000093, REJECTED PAYEE_DECEASED",
        "0000000327, RETURNED ACCOUNT_CLOSED",
        "900000000000077, RETURNED ACCOUNT_BLOCKED",
        "0000000014, CREDITED",
        "0000001330, CREDITED"
    })
    void theLastTwoDigitsOfAnAccountDecide(String account, String outcome) {
        assertThat(AtBank.outcome(account)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 0", "8, 1", "15, 1", "16, 2", "58, 7"})
    void everyEighthOfAListIsNotCollected(long listed, long notCollected) {
        assertThat(AtBank.notCollected(listed)).isEqualTo(notCollected);
    }
}
