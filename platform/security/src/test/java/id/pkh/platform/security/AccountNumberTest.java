package id.pkh.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNumberTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "001234567890123      | 001234567890123",
                "'001234567890123     | 001234567890123",
                "0012-34-567890-12-3  | 001234567890123",
                "001.234.567.890.123  | 001234567890123",
                "001 234 567 890 123  | 001234567890123",
                "001'234'567'890'123  | 001234567890123",
                "1234567890123        | 1234567890123",
                "123456789012345.0    | 123456789012345",
                "123456789012345,00   | 123456789012345",
                "1.23456789012345E14  | 123456789012345",
                "1,23456789012345e+14 | 123456789012345",
                "1234567890123456     | 1234567890123456",
            })
    void what_loses_no_digit_is_read(String written, String digits) {
        assertThat(AccountNumber.check(written)).isEqualTo(new AccountCheck.Valid(digits));
    }

    @ParameterizedTest
    @CsvSource({
        "1.23456789012345E15, ACCOUNT_NUMERIC_CELL",
        "1.23456789012346E+14, VALID",
        "1.234567E+14, ACCOUNT_NUMERIC_CELL",
        "1.234567890123456E15, ACCOUNT_NUMERIC_CELL",
        "1E14, ACCOUNT_NUMERIC_CELL",
        "1234567890123456.0, ACCOUNT_NUMERIC_CELL",
        "1E-14, ACCOUNT_NOT_DIGITS",
        "-123456789012345, ACCOUNT_NOT_DIGITS",
        "123456789012345.5, ACCOUNT_NOT_DIGITS",
        "12345678901234A, ACCOUNT_NOT_DIGITS",
        "1234--567890, ACCOUNT_NOT_DIGITS",
        "1234, ACCOUNT_LENGTH",
        "12345678901234567890123456789012345, ACCOUNT_LENGTH"
    })
    void what_may_have_lost_one_is_refused(String written, String code) {
        assertThat(
                        AccountNumber.check(written) instanceof AccountCheck.Refused refused
                                ? refused.code()
                                : "VALID")
                .isEqualTo(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "'"})
    void nothing_is_no_account(String written) {
        assertThat(AccountNumber.check(written)).isInstanceOf(AccountCheck.Refused.class);
    }

    @Test
    void a_shortened_number_has_the_words_of_a_nik() {
        assertThat(AccountNumber.check("1.23E+15"))
                .isEqualTo(
                        new AccountCheck.Refused(
                                "ACCOUNT_NUMERIC_CELL", Nik.check("1.77E+15").expected()));
    }

    @Test
    void an_invisible_character_is_named() {
        AccountCheck check = AccountNumber.check("001234\u200B567890123");

        assertThat(((AccountCheck.Refused) check).expected())
                .contains("character 7 is invisible (U+200B)");
        assertThat(check.toString()).doesNotContain("001234");
    }
}
