package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, months and dates as people write them. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "JANUARI, JANUARY",
        "Pebruari, FEBRUARY",
        "FEBRUARI, FEBRUARY",
        "maret, MARCH",
        "April, APRIL",
        "MEI, MAY",
        "juni, JUNE",
        "Juli, JULY",
        "AGUSTUS, AUGUST",
        "Agt., AUGUST",
        "september, SEPTEMBER",
        "OKTOBER, OCTOBER",
        "NOPEMBER, NOVEMBER",
        "november, NOVEMBER",
        "Desember, DECEMBER",
        "' jan ', JANUARY",
        "des, DECEMBER",
    })
    void months_in_every_spelling(String name, Month month) {
        assertThat(Months.parse(name)).contains(month);
    }

    @Test
    void what_is_no_month_is_none() {
        assertThat(Months.parse("JANUARIUS")).isEmpty();
        assertThat(Months.parse("")).isEmpty();
        assertThat(Months.parse(null)).isEmpty();
        assertThat(Months.parse("1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JANUARI 2026 | 2026-01",
                "Pebruari, 2026 | 2026-02",
                "Okt-2025     | 2025-10",
                "01/2026      | 2026-01",
                "1-2026       | 2026-01",
                "2026-01      | 2026-01",
                "2026-01-01   | 2026-01",
            })
    void months_of_a_year(String text, YearMonth month) {
        assertThat(Months.parseYearMonth(text)).contains(month);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "JANUARI", "13/2026", "00/2026", "JANUARI 26", "2026-13"})
    void what_is_no_month_of_a_year_is_none(String text) {
        assertThat(Months.parseYearMonth(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "15/01/2026, 2026-01-15",
        "5/1/2026, 2026-01-05",
        "15-01-2026, 2026-01-15",
        "15.01.2026, 2026-01-15",
        "2026-01-15, 2026-01-15",
        "2026-01-15T00:00, 2026-01-15",
        "15 Januari 2026, 2026-01-15",
        "1 Nopember 2025, 2025-11-01",
        "29/02/2024, 2024-02-29",
    })
    void dates_as_people_write_them(String text, LocalDate date) {
        assertThat(Dates.parse(text)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "29/02/2026",
                "31/04/2026",
                "32/01/2026",
                "15/13/2026",
                "15/01/26",
                "2026/01/15",
                "besok",
                "46037"
            })
    void a_day_that_does_not_exist_is_none(String text) {
        assertThat(Dates.parse(text)).isEmpty();
    }

    @Test
    void headers_match_by_letters_and_digits_in_any_order() {
        Row header = new Row(1, List.of("No.", "Nama Pengurus", "NIK  PENGURUS", "", "Ket"));
        Columns columns =
                Columns.matching(
                                header,
                                ColumnSpec.required("nik_pengurus"),
                                ColumnSpec.required("nama", "nama_pengurus"),
                                ColumnSpec.optional("kehadiran", "hadir"))
                        .orElseThrow();
        Row row = new Row(2, List.of("1", " Nama ", "123"));

        assertThat(columns.of(row, "nik_pengurus")).isEqualTo("123");
        assertThat(columns.of(row, "nama")).isEqualTo("Nama");
        assertThat(columns.of(row, "kehadiran")).isEmpty();
        assertThat(columns.has("kehadiran")).isFalse();
        assertThat(columns.position("nama")).isEqualTo(1);
    }

    @Test
    void a_missing_required_column_is_named() {
        Row header = new Row(1, List.of("no", "nik"));
        ColumnSpec[] specs = {
            ColumnSpec.required("nik"), ColumnSpec.required("nama"), ColumnSpec.optional("ket")
        };

        assertThat(Columns.matching(header, specs)).isEqualTo(Optional.empty());
        assertThat(Columns.missing(header, specs)).containsExactly("nama");
    }

    @Test
    void of_two_equal_headers_the_first_counts() {
        Row header = new Row(1, List.of("alpa", "izin", "alpa"));

        assertThat(
                        Columns.matching(header, ColumnSpec.required("alpa"))
                                .orElseThrow()
                                .position("alpa"))
                .isZero();
    }

    @Test
    void refused_values_show_no_long_numbers() {
        RowRefusal refusal =
                RowRefusal.of(7, "nik", " 1771080101900001 / 12345 ", "NIK_LENGTH", "16 digits");

        assertThat(refusal.maskedValue()).isEqualTo("************0001 / 12345");
        assertThat(RowRefusal.of(1, "x", "123456", "A", "").maskedValue()).isEqualTo("******");
        assertThat(RowRefusal.of(1, "x", "y".repeat(100), "A", "").maskedValue()).hasSize(60);
        assertThat(RowRefusal.of(1, "status", "SITI AMINAH", "A", "").maskedValue())
                .isEqualTo("S*** A*****");
        assertThat(RowRefusal.of(1, "status", "1771 0801 0190 0001", "A", "").maskedValue())
                .isEqualTo("***************0001");
        assertThat(RowRefusal.withoutValue(1, "nama", "A", "").maskedValue()).isEmpty();
    }

    @Test
    void every_code_has_a_title_and_a_detail_in_both_languages() throws IOException {
        for (String bundle : new String[] {"refusals-files", "refusals-files_id"}) {
            Properties texts = new Properties();
            try (InputStream in = getClass().getResourceAsStream("/" + bundle + ".properties")) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            for (String code : new FileRefusals().statuses().keySet()) {
                assertThat(texts.getProperty(code + ".title")).as(bundle + code).isNotBlank();
                assertThat(texts.getProperty(code + ".detail")).as(bundle + code).isNotBlank();
            }
        }
    }
}
