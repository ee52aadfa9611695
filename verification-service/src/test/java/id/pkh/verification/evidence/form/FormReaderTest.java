package id.pkh.verification.evidence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.web.Refused;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.files.Workbooks;
import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.SchoolMonth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms as schools and health services send them, with everything that spreadsheets do to them. */
class FormReaderTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final String NIK = "1771084511160001";
    private static final String OTHER_NIK = "1771080511170002";

    private static final String SCHOOL_HEAD =
            """
            NPSN;10702345
            Nama Sekolah;SD NEGERI 1
            Triwulan;TW1 2026
            ;;;;;;;;JANUARI;;;;;PEBRUARI;;;;;MARET;;;;
            no;nikPengurus;namaPengurus;nikSiswa;nisn;namaSiswa;bentukPendidikan;tingkatPendidikan;alpa;izin;sakit;jml;persen;alpa;izin;sakit;jml;persen;alpa;izin;sakit;jml;persen;ket;namaPendamping
            """;

    private static final String HEALTH_HEAD =
            """
            Kode Faskes;P17710801
            Nama Faskes;PUSKESMAS
            Triwulan;TW1 2026
            no;nikPengurus;namaPengurus;nikAnggota;namaAnggota;komponen;Januari;Pebruari;Maret;ket;namaPendamping
            """;

    @TempDir Path folder;

    private final List<RowRefusal> refusals = new ArrayList<>();
    private boolean isCorrection;

    @Test
    void reads_a_school_form() throws IOException {
        Form form = school(SCHOOL_HEAD + pupil(NIK, "1;2;0;19;86,36%", ";;;;", "0;0;0;0;0"));
        assertThat(form.pointCode()).isEqualTo("10702345");
        assertThat(form.quarter().text()).isEqualTo("2026-Q1");
        assertThat(form.rowsRead()).isEqualTo(1);
        FormRow row = form.rows().get(0);
        assertThat(row.nik()).isEqualTo(NIK);
        assertThat(row.entries())
                .containsOnlyKeys(JANUARY, MARCH)
                .containsEntry(JANUARY, new SchoolMonth(1, 2, 0, 19))
                .containsEntry(MARCH, new SchoolMonth(0, 0, 0, 0));
        assertThat(refusals).isEmpty();
    }

    @Test
    void reads_a_health_form() throws IOException {
        Form form =
                health(HEALTH_HEAD + patient(NIK, "1;TUTUP;") + patient(OTHER_NIK, "0;tutup;2"));
        assertThat(form.pointCode()).isEqualTo("P17710801");
        assertThat(form.rows().get(0).entries())
                .containsOnlyKeys(JANUARY, FEBRUARY)
                .containsEntry(JANUARY, HealthMonth.visits(1))
                .containsEntry(FEBRUARY, HealthMonth.CLOSED);
        assertThat(form.rows().get(1).entries())
                .hasSize(3)
                .containsEntry(MARCH, HealthMonth.visits(2));
    }

    @Test
    void reads_what_was_done_at_the_visits() throws IOException {
        for (List<String> word : RuleTable.rows("commitments.md", "on the form", "care")) {
            Care care = Care.valueOf(word.get(1));
            Form form = health(HEALTH_HEAD + patient(NIK, "2 " + word.get(0) + ";;"));
            assertThat(form.rows().get(0).entries())
                    .containsEntry(JANUARY, HealthMonth.visits(2, care));
        }
        Form form = health(HEALTH_HEAD + patient(NIK, "1 bb, tb;1+BB VITA;salinluar"));
        assertThat(form.rows().get(0).entries())
                .containsEntry(JANUARY, HealthMonth.visits(1, Care.WEIGHT, Care.HEIGHT))
                .containsEntry(FEBRUARY, HealthMonth.visits(1, Care.WEIGHT, Care.VITAMIN_A))
                .containsEntry(MARCH, HealthMonth.visits(0, Care.OTHER_BIRTH));
        assertThat(refusals).isEmpty();
    }

    @Test
    void reads_commas_byte_order_mark_sep_line_and_windows_lines() throws IOException {
        String commas =
                (SCHOOL_HEAD + pupil(NIK, "0;0;0;22;100", ";;;;", ";;;;")).replace(';', ',');
        Form form = school("\uFEFFsep=,\r\n" + commas.replace("\n", "\r\n"));
        assertThat(form.rows()).hasSize(1);
        assertThat(form.rows().get(0).entries()).containsOnlyKeys(JANUARY);
    }

    @Test
    void reads_a_workbook() throws IOException {
        Path path = folder.resolve("form.xlsx");
        String[] lines = (SCHOOL_HEAD + pupil(NIK, "1;0;0;21;95,45", ";;;;", ";;;;")).split("\n");
        Files.write(path, Workbooks.xlsx(sheet -> fill(sheet, lines)));
        Form form = FormReader.read(FormKind.SCHOOL, upload(path), false, refusals::add);
        assertThat(refusals).isEmpty();
        assertThat(form.rows().get(0).entries())
                .containsEntry(JANUARY, new SchoolMonth(1, 0, 0, 21));
    }

    /** Small numbers of the last line as numbers, the rest as text. */
    private static void fill(Worksheet sheet, String[] lines) {
        for (int r = 0; r < lines.length; r++) {
            String[] cells = lines[r].split(";", -1);
            for (int c = 0; c < cells.length; c++) {
                if (r == lines.length - 1 && cells[c].matches("\\d{1,2}")) {
                    sheet.value(r, c, Integer.parseInt(cells[c]));
                } else if (!cells[c].isEmpty()) {
                    sheet.value(r, c, cells[c]);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TW1 2026",
                "TW 1 2026",
                "TW I 2026",
                "TRIWULAN 1 TAHUN 2026",
                "tw1/2026",
                "TW1-2026",
                "2026-Q1",
                "I 2026"
            })
    void reads_the_quarter_as_people_write_it(String written) throws IOException {
        Form form =
                school(
                        SCHOOL_HEAD.replace("TW1 2026", written)
                                + pupil(NIK, ";;;;", ";;;;", ";;;;"));
        assertThat(form.quarter().text()).isEqualTo("2026-Q1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PEBRUARI", "FEBRUARI", "Februari", "feb", "Peb", "FEBRUARI 2026"})
    void reads_the_month_as_people_write_it(String written) throws IOException {
        Form form =
                school(
                        SCHOOL_HEAD.replace("PEBRUARI", written)
                                + pupil(NIK, ";;;;", "0;0;0;20;", ";;;;"));
        assertThat(form.rows().get(0).entries()).containsOnlyKeys(FEBRUARY);
    }

    @Test
    void labels_may_have_a_colon() throws IOException {
        Form form =
                school(
                        SCHOOL_HEAD
                                        .replace("NPSN;10702345", "NPSN : 10702345")
                                        .replace("Triwulan;TW1", "Triwulan:;TW1")
                                + pupil(NIK, ";;;;", ";;;;", ";;;;"));
        assertThat(form.pointCode()).isEqualTo("10702345");
    }

    @Test
    void a_child_without_any_entry_is_on_the_form_all_the_same() throws IOException {
        Form form = school(SCHOOL_HEAD + pupil(NIK, ";;;;", ";;;;", ";;;;"));
        assertThat(form.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.entries()).isEmpty());
    }

    @Test
    void signatures_below_the_table_are_nobody() throws IOException {
        Form form =
                school(
                        SCHOOL_HEAD
                                + pupil(NIK, ";;;;", ";;;;", ";;;;")
                                + "\n\n;;Mengetahui,\n;;Kepala Sekolah\n");
        assertThat(form.rowsRead()).isEqualTo(1);
        assertThat(refusals).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'-1;0;0;20;', DAYS_IMPOSSIBLE, alpa 2026-01",
        "'x;0;0;20;', DAYS_IMPOSSIBLE, alpa 2026-01",
        "'0;0;32;0;', DAYS_IMPOSSIBLE, sakit 2026-01",
        "'0;0;0;-5;', DAYS_IMPOSSIBLE, jml 2026-01",
        "'3;0;0;;', DAYS_IMPOSSIBLE, jml 2026-01",
        "'10;10;10;10;', DAYS_IMPOSSIBLE, jml 2026-01",
        "'2;0;0;18;92', PERCENT_DISAGREES, persen 2026-01",
        "'2;0;0;18;88,9', PERCENT_DISAGREES, persen 2026-01",
        "'2;0;0;18;lupa', PERCENT_DISAGREES, persen 2026-01",
    })
    void refuses_numbers_that_cannot_be(String block, String code, String column)
            throws IOException {
        school(
                SCHOOL_HEAD
                        + pupil(NIK, block, ";;;;", ";;;;")
                        + pupil(OTHER_NIK, ";;;;", ";;;;", ";;;;"));
        assertThat(refusals)
                .singleElement()
                .satisfies(
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.column()).isEqualTo(column);
                            assertThat(refusal.line()).isEqualTo(6);
                            assertThat(refusal.expected()).isNotBlank();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2;0;0;18;90",
                "2;0;0;18;91",
                "2;0;0;18;89,0%",
                "2;0;0;18;0.9",
                "2;0;0;18;",
                "0;0;0;0;100"
            })
    void takes_a_percentage_that_is_rounded_or_left_out(String block) throws IOException {
        assertThat(school(SCHOOL_HEAD + pupil(NIK, block, ";;;;", ";;;;")).rows()).hasSize(1);
        assertThat(refusals).isEmpty();
    }

    @Test
    void tells_the_computed_percentage() throws IOException {
        school(
                SCHOOL_HEAD
                        + pupil(NIK, "3;0;0;19;50%", ";;;;", ";;;;")
                        + pupil(OTHER_NIK, ";;;;", ";;;;", ";;;;"));
        assertThat(refusals).extracting(RowRefusal::expected).containsExactly("86.36");
    }

    @ParameterizedTest
    @CsvSource({
        "177108451116, NIK_LENGTH",
        "17710845111600X1, NIK_NOT_DIGITS",
        "1771087211160001, NIK_DATE_IMPOSSIBLE",
        "1771084511160000, NIK_SERIAL_ZERO",
        "'1,77108E+15', NIK_NUMERIC_CELL",
    })
    void refuses_a_nik_that_cannot_be(String nik, String code) throws IOException {
        school(
                SCHOOL_HEAD
                        + pupil(nik, ";;;;", ";;;;", ";;;;").replace(";0161234567;", ";;")
                        + pupil(OTHER_NIK, ";;;;", ";;;;", ";;;;"));
        assertThat(refusals)
                .singleElement()
                .satisfies(
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.column()).isEqualTo("nikSiswa");
                            assertThat(refusal.maskedValue()).doesNotContain("177108");
                        });
    }

    @Test
    void keeps_a_row_that_a_pupil_number_may_name() throws IOException {
        Form form = school(SCHOOL_HEAD + pupil("1,77108E+15", "0;0;0;22;", ";;;;", ";;;;"));
        assertThat(refusals).isEmpty();
        assertThat(form.rows())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.nik()).isNull();
                            assertThat(row.nisn()).isEqualTo("0161234567");
                            assertThat(row.isNisnShortened()).isFalse();
                            assertThat(row.unreadableKey().code()).isEqualTo("NIK_NUMERIC_CELL");
                        });
    }

    @Test
    void counts_one_of_two_equal_rows_for_one_person() throws IOException {
        Form form =
                school(
                        SCHOOL_HEAD
                                + pupil(NIK, "0;0;0;22;", ";;;;", ";;;;")
                                + pupil(NIK, "0;0;0;22;", ";;;;", ";;;;"));
        assertThat(form.rows()).hasSize(1);
        assertThat(form.rowsRead()).isEqualTo(2);
        assertThat(refusals).extracting(RowRefusal::code).containsExactly("ROW_TWICE");
    }

    @Test
    void counts_neither_of_two_rows_that_contradict_each_other() throws IOException {
        Form form =
                school(
                        SCHOOL_HEAD
                                + pupil(NIK, "0;0;0;22;", "0;0;0;20;", ";;;;")
                                + pupil(NIK, "9;0;0;13;", "0;0;0;20;", "0;0;0;21;"));
        assertThat(form.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.entries()).containsOnlyKeys(FEBRUARY, MARCH));
        assertThat(form.rowsRead()).isEqualTo(2);
        assertThat(refusals)
                .extracting(RowRefusal::line, RowRefusal::column, RowRefusal::code)
                .containsExactly(
                        tuple(6, "2026-01", "ROWS_CONTRADICT"),
                        tuple(7, "2026-01", "ROWS_CONTRADICT"));
    }

    @Test
    void counts_nothing_where_one_of_two_rows_cannot_be_read() throws IOException {
        Form form =
                school(
                        SCHOOL_HEAD
                                + pupil(NIK, "0;0;0;22;", ";;;;", ";;;;")
                                + pupil(NIK, "0;0;0;2x;", ";;;;", ";;;;"));
        assertThat(form.rows()).isEmpty();
        assertThat(refusals)
                .extracting(RowRefusal::line, RowRefusal::code)
                .containsExactly(tuple(6, "ROWS_CONTRADICT"), tuple(7, "DAYS_IMPOSSIBLE"));
    }

    @Test
    void a_month_that_cannot_be_read_leaves_the_others_of_the_row() throws IOException {
        Form form =
                school(
                        SCHOOL_HEAD
                                + pupil(NIK, "0;0;0;23 hari;100", "0;0;0;18;100", "2;0;0;18;50"));
        assertThat(form.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.entries()).containsOnlyKeys(FEBRUARY));
        assertThat(refusals)
                .extracting(RowRefusal::column, RowRefusal::code)
                .containsExactly(
                        tuple("jml 2026-01", "DAYS_IMPOSSIBLE"),
                        tuple("persen 2026-03", "PERCENT_DISAGREES"));
    }

    @Test
    void a_removal_is_read_only_in_a_correction() throws IOException {
        isCorrection = true;
        Form school = school(SCHOOL_HEAD + pupil(NIK, "HAPUS;;;;", ";;;hapus;", "HAPUS;0;0;18;"));
        assertThat(school.rows().get(0).removed()).containsExactlyInAnyOrder(JANUARY, FEBRUARY);
        Form health = health(HEALTH_HEAD + patient(NIK, "1;Hapus;"));
        assertThat(health.rows().get(0).removed()).containsExactly(FEBRUARY);
        assertThat(refusals).extracting(RowRefusal::column).containsExactly("alpa 2026-03");

        isCorrection = false;
        assertThat(health(HEALTH_HEAD + patient(NIK, "1;HAPUS;")).rows().get(0).removed())
                .isEmpty();
        assertThat(school(SCHOOL_HEAD + pupil(NIK, "HAPUS;;;;", ";;;;", ";;;;")).rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Feb-26",
                "Peb-26",
                "Feb-2026",
                "2026-02-01",
                "02/2026",
                "01/02/2026",
                "Februari '26"
            })
    void reads_the_month_of_which_a_spreadsheet_made_a_date(String written) throws IOException {
        Form form =
                school(
                        SCHOOL_HEAD.replace("PEBRUARI", written)
                                + pupil(NIK, ";;;;", "0;0;0;20;", ";;;;"));
        assertThat(form.rows().get(0).entries()).containsOnlyKeys(FEBRUARY);
        Form ofHealth = health(HEALTH_HEAD.replace("Pebruari", written) + patient(NIK, ";1;"));
        assertThat(ofHealth.rows().get(0).entries()).containsOnlyKeys(FEBRUARY);
    }

    @Test
    void a_date_above_the_table_is_not_a_month_of_it() throws IOException {
        String dated = SCHOOL_HEAD.replace("no;nikPengurus", "Dicetak;2026-04-02\nno;nikPengurus");
        assertThat(school(dated + pupil(NIK, ";;;;", "0;0;0;20;", ";;;;")).rows()).hasSize(1);
    }

    @Test
    void reads_a_header_over_two_merged_rows() throws IOException {
        String columns =
                "no;nikPengurus;namaPengurus;nikSiswa;nisn;namaSiswa;bentukPendidikan;tingkatPendidikan";
        String head =
                "NPSN;10702345\nTriwulan;TW1 2026\n"
                        + columns
                        + ";JANUARI;;;;;PEBRUARI;;;;;MARET;;;;;ket;namaPendamping\n"
                        + ";;;;;;;"
                        + ";alpa;izin;sakit;jml;persen".repeat(3)
                        + ";;\n";
        Form form = school(head + pupil(NIK, ";;;;", "1;0;0;20;", ";;;;"));
        assertThat(form.rows().get(0).entries())
                .containsOnly(entry(FEBRUARY, new SchoolMonth(1, 0, 0, 20)));
    }

    @Test
    void a_month_that_is_named_twice_makes_the_form_unreadable() {
        String row = pupil(NIK, ";;;;", ";;;;", ";;;;");
        assertRefused(
                "FORM_MONTHS_UNREADABLE",
                SCHOOL_HEAD
                                .replace(";ket", ";alpa;izin;sakit;jml;persen;ket")
                                .replace("MARET;;;;", "MARET;;;;;MARET;;;;")
                        + row,
                FormKind.SCHOOL);
        assertRefused(
                "FORM_MONTHS_UNREADABLE",
                HEALTH_HEAD.replace(";ket", ";Maret;ket") + patient(NIK, "1;1;1;0"),
                FormKind.HEALTH);
    }

    @Test
    void a_formula_without_a_stored_value_is_not_a_blank() throws IOException {
        school(
                SCHOOL_HEAD
                        + pupil(NIK, "=SUM(A1:B2);0;0;20;", ";;;;", ";;;;")
                        + pupil(OTHER_NIK, "1;0;0;20;=T6/U6", ";;;;", ";;;;"));
        assertThat(refusals)
                .extracting(RowRefusal::line, RowRefusal::column, RowRefusal::code)
                .containsExactly(tuple(6, "alpa 2026-01", "DAYS_IMPOSSIBLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "ada", "99", "1,5", "1 BX", "BB", "0 ANC", "TUTUP BB", "32 BB"})
    void refuses_what_is_no_number_of_visits(String cell) throws IOException {
        health(HEALTH_HEAD + patient(NIK, "1;" + cell + ";1") + patient(OTHER_NIK, ";;"));
        assertThat(refusals)
                .singleElement()
                .satisfies(
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo("VISITS_UNREADABLE");
                            assertThat(refusal.column()).isEqualTo("2026-02");
                            assertThat(refusal.line()).isEqualTo(5);
                        });
    }

    @Test
    void refuses_the_form_as_a_whole() {
        String row = pupil(NIK, ";;;;", ";;;;", ";;;;");
        assertRefused("FORM_NOT_A_SCHOOL_FORM", "a;b;c\n1;2;3\n4;5;6\n", FormKind.SCHOOL);
        assertRefused("FORM_NOT_A_HEALTH_FORM", "a;b;c\n1;2;3\n4;5;6\n", FormKind.HEALTH);
        assertRefused("FORM_OF_OTHER_KIND", HEALTH_HEAD + patient(NIK, "1;1;1"), FormKind.SCHOOL);
        assertRefused("FORM_OF_OTHER_KIND", SCHOOL_HEAD + row, FormKind.HEALTH);
        assertRefused(
                "FORM_QUARTER_MISSING", SCHOOL_HEAD.replace("TW1 2026", "") + row, FormKind.SCHOOL);
        assertRefused(
                "FORM_QUARTER_MISSING",
                SCHOOL_HEAD.replace("TW1 2026", "TW5 2026") + row,
                FormKind.SCHOOL);
        assertRefused(
                "FORM_QUARTER_MISSING",
                HEALTH_HEAD.replace("Triwulan;TW1 2026\n", "") + patient(NIK, "1;1;1"),
                FormKind.HEALTH);
        assertRefused(
                "FORM_SERVICE_POINT_MISSING",
                SCHOOL_HEAD.replace("10702345", "1070234") + row,
                FormKind.SCHOOL);
        assertRefused(
                "FORM_SERVICE_POINT_MISSING",
                HEALTH_HEAD.replace("P17710801", "") + patient(NIK, "1;1;1"),
                FormKind.HEALTH);
        assertRefused(
                "FORM_MONTHS_UNREADABLE",
                SCHOOL_HEAD.replace("PEBRUARI", "???") + row,
                FormKind.SCHOOL);
        assertRefused(
                "FORM_MONTHS_UNREADABLE",
                SCHOOL_HEAD.replace("PEBRUARI", "JANUARI") + row,
                FormKind.SCHOOL);
        assertRefused(
                "FORM_MONTHS_UNREADABLE",
                HEALTH_HEAD.replace(";Maret", "") + patient(NIK, "1;1"),
                FormKind.HEALTH);
        assertRefused(
                "FORM_MONTH_NOT_OF_QUARTER",
                SCHOOL_HEAD.replace("MARET", "APRIL") + row,
                FormKind.SCHOOL);
        assertRefused("FORM_WITHOUT_ROWS", SCHOOL_HEAD + ";;Mengetahui,;\n", FormKind.SCHOOL);
    }

    private void assertRefused(String code, String text, FormKind kind) {
        assertThatThrownBy(() -> read(kind, text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static String pupil(String nik, String january, String february, String march) {
        return "1;1771084511900001;IBU;%s;0161234567;ANAK;SD;3;%s;%s;%s;;PENDAMPING\n"
                .formatted(nik, january, february, march);
    }

    private static String patient(String nik, String months) {
        return "1;1771084511900001;IBU;%s;ANAK;ANAK USIA DINI;%s;;PENDAMPING\n"
                .formatted(nik, months);
    }

    private Form school(String text) throws IOException {
        return read(FormKind.SCHOOL, text);
    }

    private Form health(String text) throws IOException {
        return read(FormKind.HEALTH, text);
    }

    private Form read(FormKind kind, String text) throws IOException {
        Path path = Files.write(folder.resolve("form.csv"), text.getBytes(StandardCharsets.UTF_8));
        return FormReader.read(kind, upload(path), isCorrection, refusals::add);
    }

    private static ReceivedUpload upload(Path path) throws IOException {
        return new ReceivedUpload(
                path, "0".repeat(64), Files.size(path), path.getFileName().toString());
    }
}
