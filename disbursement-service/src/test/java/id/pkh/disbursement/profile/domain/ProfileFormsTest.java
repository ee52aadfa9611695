package id.pkh.disbursement.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.profile.domain.NumberForm.ReadAmount;
import id.pkh.disbursement.support.SampleProfile;
import id.pkh.platform.security.AccountCheck;
import id.pkh.platform.security.AccountNumber;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of docs/rules/bank-profiles.md. */
class ProfileFormsTest {

    static List<List<String>> amounts() {
        return RuleTable.rows(SampleProfile.PAGE, "form", "written", "read");
    }

    static List<List<String>> days() {
        return RuleTable.rows(SampleProfile.PAGE, "form of days", "written", "read");
    }

    static List<List<String>> accounts() {
        return RuleTable.rows(SampleProfile.PAGE, "written", "read");
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void anAmountIsReadInItsFormOnly(List<String> row) {
        ReadAmount read = NumberForm.valueOf(row.get(0)).read(row.get(1));

        assertThat(read.fault() == null ? read.idr().toString() : read.fault())
                .isEqualTo(row.get(2));
        assertThat((read.idr() == null) == (read.fault() == null)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("days")
    void aDayIsReadInItsFormOnly(List<String> row) {
        assertThat(
                        DateForm.valueOf(row.get(0))
                                .read(row.get(1))
                                .map(LocalDate::toString)
                                .orElse("none"))
                .isEqualTo(row.get(2));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void anAccountIsReadIfNoDigitCanBeLost(List<String> row) {
        assertThat(
                        AccountNumber.check(row.get(0)) instanceof AccountCheck.Valid valid
                                ? valid.digits()
                                : ((AccountCheck.Refused) AccountNumber.check(row.get(0))).code())
                .isEqualTo(row.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "DOT_GROUPS, 225.125, NOT_WHOLE_RUPIAH",
        "DOT_GROUPS, 225000, 225000",
        "COMMA_GROUPS, 2.25E+17, AMOUNT_OF_OTHER_FORM"
    })
    void theNumberOfAWorkbookHasNoFormOfTheBank(NumberForm form, String cell, String read) {
        ReadAmount amount = NumberForm.ofNumberCell(cell);

        assertThat(form.example()).isNotBlank();
        assertThat(amount.idr() == null).isEqualTo(!read.equals("225000"));
    }
}
