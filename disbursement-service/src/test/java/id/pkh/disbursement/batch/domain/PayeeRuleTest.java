package id.pkh.disbursement.batch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.bank.domain.BankTerms;
import id.pkh.disbursement.bank.domain.Delivery;
import id.pkh.disbursement.bank.domain.UnusualLength;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayeeRuleTest {

    private static final Map<String, BankTerms> BANKS =
            Map.of(
                    "BRI",
                            new BankTerms(
                                    "BRI", "BRINIDJA", 15, UnusualLength.WARNS, Delivery.PAIN_001),
                    "BNI",
                            new BankTerms(
                                    "BNI",
                                    "BNINIDJA",
                                    10,
                                    UnusualLength.REFUSES,
                                    Delivery.PAIN_001),
                    "POS",
                            new BankTerms(
                                    "POS", null, null, UnusualLength.WARNS, Delivery.PAY_OUT_LIST));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "BRI, SITI CONTOH,     001234567890123, -",
                "BRI, SITI CONTOH,     12345,           -",
                "BNI, SITI CONTOH,     0123456789,      -",
                "BNI, SITI CONTOH,     123456789,       ACCOUNT_LENGTH_WRONG",
                "BNI, SITI CONTOH,     00123456789,     ACCOUNT_LENGTH_WRONG",
                "BRI, SITI CONTOH,     1234,            ACCOUNT_NOT_DIGITS",
                "BRI, SITI CONTOH,     0012 345,        ACCOUNT_NOT_DIGITS",
                "BRI, SITI CONTOH,     1.23E+14,        ACCOUNT_NOT_DIGITS",
                "BRI, SITI CONTOH,     -,               ACCOUNT_MISSING",
                "BRI, -,               001234567890123, NAME_MISSING",
                "BRI, '  ',            001234567890123, NAME_MISSING",
                "BRI, =SITI,           001234567890123, NAME_UNFIT",
                "BRI, +SITI,           001234567890123, NAME_UNFIT",
                "BRI, @SITI,           001234567890123, NAME_UNFIT",
                "BRI, NUR'AINI <SITI>, 001234567890123, -",
                "-,   SITI CONTOH,     001234567890123, BANK_MISSING",
                "BCA, SITI CONTOH,     001234567890123, BANK_NOT_SERVED",
                "POS, SITI CONTOH,     001234567890123, BANK_WITHOUT_BIC"
            })
    void aPaymentThatCannotBeInstructedHasAReason(
            String bank, String name, String account, String reason) {
        assertThat(
                        PayeeRule.refusal(new Payee(bank, name, account, true), BANKS, false)
                                .orElse(null))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "POS, SITI CONTOH, -,               -",
                "POS, SITI CONTOH, 001234567890123, -",
                "POS, =SITI,       -,               NAME_UNFIT",
                "POS, -,           -,               NAME_MISSING",
                "BRI, SITI CONTOH, 001234567890123, BANK_WITHOUT_BIC",
                "-,   SITI CONTOH, -,               BANK_MISSING"
            })
    void aPaymentInCashNeedsNoAccount(String bank, String name, String account, String reason) {
        assertThat(
                        PayeeRule.refusal(new Payee(bank, name, account, true), BANKS, true)
                                .orElse(null))
                .isEqualTo(reason);
    }

    @Test
    void anAccountThatIsNotConfirmedIsNotPaidWhateverElseIsWritten() {
        assertThat(PayeeRule.refusal(new Payee("BRI", "SITI CONTOH", null, false), BANKS, false))
                .contains("ACCOUNT_NOT_CONFIRMED");
        assertThat(
                        PayeeRule.refusal(
                                new Payee("BRI", "SITI CONTOH", "001234567890123", false),
                                BANKS,
                                false))
                .contains("ACCOUNT_NOT_CONFIRMED");
    }

    @Test
    void aFamilyUnknownToTheRegistryIsNotPaid() {
        assertThat(PayeeRule.refusal(null, BANKS, false)).contains("PAYEE_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SITI\tCONTOH", "SITI\u0000", "SITI\u0085", "\uD800SITI", "SITI\uFFFF"})
    void aNameThatXmlCannotContainIsNotInstructed(String name) {
        assertThat(PayeeRule.refusal(new Payee("BRI", name, "001234567890123", true), BANKS, false))
                .contains("NAME_UNFIT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SITI\u200BCONTOH",
                "\u202ESITI",
                "SITI\u2066CONTOH\u2069",
                "SITI\uFEFF",
                "SITI\u00ADCONTOH",
                "SITI\uFE0F",
                "SITI\u034F",
                "SITI\u2028CONTOH"
            })
    void aNameWithACharacterThatNobodySeesIsNotInstructed(String name) {
        assertThat(PayeeRule.refusal(new Payee("BRI", name, "001234567890123", true), BANKS, false))
                .contains("NAME_UNFIT");
    }

    @ParameterizedTest
    @CsvSource({"139, false", "140, false", "141, true"})
    void aNameHasUpTo140Characters(int length, boolean refused) {
        assertThat(
                        PayeeRule.refusal(
                                        new Payee(
                                                "BRI", "A".repeat(length), "001234567890123", true),
                                        BANKS,
                                        false)
                                .isPresent())
                .isEqualTo(refused);
    }
}
