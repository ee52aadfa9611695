package id.pkh.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NikTest {

    /** The first three are the examples of python-stdnum's id.nik. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3171011708450001    | VALID",
                "3171012902001234    | VALID",
                "3171013002001234    | NIK_DATE_IMPOSSIBLE",
                "1771080101900001    | VALID",
                "1771080001900001    | NIK_DATE_IMPOSSIBLE",
                "1771083101900001    | VALID",
                "1771083201900001    | NIK_DATE_IMPOSSIBLE",
                "1771084001900001    | NIK_DATE_IMPOSSIBLE",
                "1771084101900001    | VALID",
                "1771087101900001    | VALID",
                "1771087201900001    | NIK_DATE_IMPOSSIBLE",
                "1771088101900001    | NIK_DATE_IMPOSSIBLE",
                "1771089901900001    | NIK_DATE_IMPOSSIBLE",
                "1771080100900001    | NIK_DATE_IMPOSSIBLE",
                "1771080112900001    | VALID",
                "1771080113900001    | NIK_DATE_IMPOSSIBLE",
                "1771083004900001    | VALID",
                "1771083104900001    | NIK_DATE_IMPOSSIBLE",
                "1771082902960001    | VALID",
                "1771082902970001    | NIK_DATE_IMPOSSIBLE",
                "1771086902960001    | VALID",
                "1771087002960001    | NIK_DATE_IMPOSSIBLE",
                "1771080101900000    | NIK_SERIAL_ZERO",
                "1771080101909999    | VALID",
                "177108010190001     | NIK_LENGTH",
                "17710801019000011   | NIK_LENGTH",
                "177108010190000A    | NIK_NOT_DIGITS",
                "1771 0801 0190 0001 | NIK_NOT_DIGITS",
                "17.71.08.010190     | NIK_NOT_DIGITS",
                "-771080101900001    | NIK_NOT_DIGITS",
                "１７71080101900001   | NIK_NOT_DIGITS",
                "1.77108010190000E15 | NIK_NUMERIC_CELL",
                "1,77108E+15         | NIK_NUMERIC_CELL",
                "1.77E+15            | NIK_NUMERIC_CELL",
                "2E15                | NIK_NUMERIC_CELL",
                "1.77E-15            | NIK_NOT_DIGITS",
            })
    void every_rule_at_its_edge(String nik, String expected) {
        NikCheck check = Nik.check(nik);

        assertThat(check.isValid() ? "VALID" : check.code()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1771080101900001\u200B, 17, U+200B",
        "\u202A1771080101900001\u202C, 1, U+202A",
        "17710801\uFEFF01900001, 9, U+FEFF",
        "1771080101900001\uFE0F, 17, U+FE0F",
        "1771\u00AD080101900001, 5, U+00AD",
    })
    void an_invisible_character_is_named(String nik, int place, String character) {
        NikCheck check = Nik.check(nik);

        assertThat(check.code()).isEqualTo("NIK_NOT_DIGITS");
        assertThat(check.expected())
                .contains("character " + place + " is invisible (" + character + ")");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "'"})
    void nothing_has_the_wrong_length(String nik) {
        assertThat(Nik.check(nik).code()).isEqualTo("NIK_LENGTH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1771080101900001",
                " 1771080101900001\t",
                "'1771080101900001",
                "\u00A01771080101900001 "
            })
    void what_spreadsheets_put_around_it_is_dropped(String nik) {
        assertThat(Nik.check(nik).normalised()).isEqualTo("1771080101900001");
    }

    @Test
    void a_refusal_tells_nothing_of_the_number() {
        NikCheck check = Nik.check("1771083201900001");

        assertThat(check.toString()).doesNotContain("1771083201900001");
        assertThat(check.expected()).isNotBlank();
        assertThatThrownBy(check::normalised)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("1771083201900001");
    }

    @Test
    void a_valid_one_has_no_reason() {
        assertThatThrownBy(() -> Nik.check("1771080101900001").code())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("1771080101900001");
    }

    @Test
    void the_birth_date_can_be_compared() {
        assertThat(Nik.birthDateAgrees("1771084101900001", LocalDate.of(1990, 1, 1))).isTrue();
        assertThat(Nik.birthDateAgrees("1771084101900001", LocalDate.of(1990, 1, 2))).isFalse();
        assertThat(Nik.birthDateAgrees("1771084101900001", LocalDate.of(1990, 2, 1))).isFalse();
        assertThat(Nik.birthDateAgrees("1771084101900001", LocalDate.of(1991, 1, 1))).isFalse();
        assertThat(Nik.isWoman("1771084101900001")).isTrue();
        assertThat(Nik.isWoman("1771083101900001")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1771084203850001, 1985-03-02",
        "1771084203170001, 2017-03-02",
        "1771081501260001, 2026-01-15",
        "1771081601260001, 1926-01-16",
        "1771082902000001, 2000-02-29",
        "1771086902080001, 2008-02-29"
    })
    void theLatestBirthDateThatANikCanMeanIsNotAfterTheDay(String nik, LocalDate born) {
        assertThat(Nik.youngestBirthDate(nik, LocalDate.parse("2026-01-15"))).isEqualTo(born);
    }
}
