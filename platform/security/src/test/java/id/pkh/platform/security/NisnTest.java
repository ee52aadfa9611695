package id.pkh.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NisnTest {

    private final NikTokens tokens = new NikTokens(new byte[32]);

    @ParameterizedTest
    @ValueSource(strings = {"0161234567", " 0161234567 ", "'0161234567", "9991234567"})
    void ten_digits_are_a_pupil_number(String written) {
        assertThat(Nisn.check(written)).isInstanceOf(NisnCheck.Valid.class);
    }

    @ParameterizedTest
    @CsvSource({"161234567, 0161234567", "61234567, 0061234567", "1234567, 0001234567"})
    void a_spreadsheet_may_have_dropped_zeros(String written, String digits) {
        assertThat(Nisn.check(written)).isEqualTo(new NisnCheck.Shortened(digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123456", "061234567", "01612345678", "01612 34567", "NISN", "016123456x"})
    void anything_else_is_refused(String written) {
        assertThat(Nisn.check(written)).isEqualTo(new NisnCheck.Refused("10 digits"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"161234567.0", "1.61234567E8", "1,6E+8"})
    void a_number_cell_is_refused_by_name(String written) {
        assertThat(Nisn.check(written))
                .isEqualTo(new NisnCheck.Refused("10 digits, column formatted as text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-"})
    void blank_is_not_stated(String written) {
        assertThat(Nisn.check(written)).isEqualTo(new NisnCheck.NotStated());
        assertThat(Nisn.check(null)).isEqualTo(new NisnCheck.NotStated());
    }

    @Test
    void the_token_is_that_of_the_whole_number_and_no_token_of_a_nik() {
        assertThat(Nisn.tokenOf("161234567", tokens)).isEqualTo(Nisn.tokenOf("0161234567", tokens));
        assertThat(Nisn.tokenOf("0161234567", tokens)).isNotEqualTo(tokens.tokenOf("0161234567"));
    }
}
