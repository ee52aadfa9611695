package id.pkh.platform.files;

import static id.pkh.platform.files.TryFiles.assertRefused;
import static id.pkh.platform.files.TryFiles.rows;
import static id.pkh.platform.files.TryFiles.upload;
import static id.pkh.testsupport.files.Workbooks.xlsx;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.security.Nik;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFileTest {

    private static final TabularLimits LIMITS = TabularLimits.defaults();

    @Test
    void texts_numbers_and_truths_are_read_as_they_are_shown() {
        byte[] content =
                xlsx(
                        sheet -> {
                            sheet.value(0, 0, "Kode Kelompok");
                            sheet.value(0, 1, " 17.71.08.1001-01 ");
                            sheet.value(2, 0, 12);
                            sheet.value(2, 1, new BigDecimal("95.5"));
                            sheet.value(2, 2, true);
                            sheet.inlineString(2, 3, "sebaris");
                            sheet.value(2, 5, 0.1 + 0.2);
                        });
        List<Row> rows = rows(content);

        assertThat(rows.get(0).line()).isEqualTo(1);
        assertThat(rows.get(0).cell(1)).isEqualTo("17.71.08.1001-01");
        assertThat(rows.get(1))
                .isEqualTo(
                        new Row(
                                3,
                                List.of("12", "95.5", "TRUE", "sebaris", "", "0.3"),
                                Set.of(0, 1, 5)));
    }

    @Test
    void the_kind_is_what_the_bytes_say() {
        try (ReceivedUpload upload = upload(xlsx(sheet -> sheet.value(0, 0, "a")));
                TabularFile file = TabularFile.open(upload, LIMITS)) {
            assertThat(file.kind()).isEqualTo("XLSX");
        }
        try (ReceivedUpload upload = upload("a;b");
                TabularFile file = TabularFile.open(upload, LIMITS)) {
            assertThat(file.kind()).isEqualTo("CSV");
        }
    }

    @Test
    void dates_come_as_iso_texts() {
        byte[] content =
                xlsx(
                        sheet -> {
                            sheet.value(0, 0, LocalDate.of(2026, 1, 15));
                            sheet.style(0, 0).format("dd/MM/yyyy").set();
                            sheet.value(0, 1, LocalDateTime.of(2026, 1, 15, 13, 30));
                            sheet.style(0, 1).format("yyyy-MM-dd H:mm:ss").set();
                            sheet.value(0, 2, LocalDate.of(1900, 2, 28));
                            sheet.style(0, 2).format("[$-421]dd mmmm yyyy;@").set();
                            sheet.value(0, 3, LocalDate.of(2026, 1, 15));
                        });

        assertThat(rows(content).get(0).cells())
                .containsExactly("2026-01-15", "2026-01-15T13:30", "1900-02-28", "46037");
    }

    @Test
    void percent_comes_as_it_is_shown() {
        byte[] content =
                xlsx(
                        sheet -> {
                            sheet.value(0, 0, 0.955);
                            sheet.style(0, 0).format("0.0%").set();
                            sheet.value(0, 1, 0.5);
                            sheet.style(0, 1).format("0.00\" % of\"").set();
                        });

        assertThat(rows(content).get(0).cells()).containsExactly("95.5%", "0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999999, 999999999999999",
        "1000000000000000, 1E+15",
        "1771080101900001, 1.771080101900001E+15",
        "1771080101900000, 1.7710801019E+15",
        "1.7710801019E15, 1.7710801019E+15",
        "-1000000000000000, -1E+15",
        "0, 0",
        "0.000001, 0.000001",
        "12.0, 12",
        "1E3, 1000",
        "1E999999999, 1E+999999999",
    })
    void numbers_beyond_fifteen_digits_show_that_they_are_numbers(String number, String text) {
        assertThat(new XlsxCellText(false).number(new BigDecimal(number), null, null))
                .isEqualTo(text);
    }

    @Test
    void a_nik_in_a_number_cell_is_refused_with_advice() {
        byte[] content = xlsx(sheet -> sheet.value(0, 0, 1771080101900001L));

        assertThat(Nik.check(rows(content).get(0).cell(0)).code()).isEqualTo("NIK_NUMERIC_CELL");
        assertThat(Nik.check(rows("nik;x\n1,77108E+15;y\n").get(1).cell(0)).code())
                .isEqualTo("NIK_NUMERIC_CELL");
    }

    @Test
    void formulas_give_their_stored_value_and_are_never_run() {
        String row =
                "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c>"
                        + "<c r=\"B1\" t=\"str\"><f>WEBSERVICE(\"http://x\")</f><v>teks</v></c>"
                        + "<c r=\"C1\"><f>A9</f></c><c r=\"D1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                        + "<c r=\"E1\" t=\"n\"><v>7</v></c></row>";

        assertThat(rows(new RawXlsx().sheet(row).bytes()).get(0).cells())
                .containsExactly("2", "teks", "=A9", "#DIV/0!", "7");
    }

    @Test
    void rows_without_numbers_are_counted() {
        String row = "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>5</v></c></row>";

        assertThat(rows(new RawXlsx().sheet(row + row).bytes()))
                .containsExactly(
                        new Row(1, List.of("a", "5"), Set.of(1)),
                        new Row(2, List.of("a", "5"), Set.of(1)));
    }

    @Test
    void a_file_cut_anywhere_is_refused() {
        byte[] whole = xlsx(sheet -> sheet.value(0, 0, "a"));
        for (int length = 5; length < whole.length; length += 97) {
            assertRefused("FILE_TRUNCATED", Arrays.copyOf(whole, length));
        }
        assertRefused("FILE_TRUNCATED", Arrays.copyOf(whole, whole.length - 1));
    }

    @Test
    void a_sheet_whose_xml_ends_early_is_refused_before_a_row_is_given() {
        byte[] content =
                new RawXlsx().sheetXml("<worksheet><sheetData><row r=\"1\"><c r=\"A1\">").bytes();

        assertRefused("FILE_UNREADABLE", content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1&#0;", "1\u0001", "1]]>2", "1&#xD800;", "1&;", "1&#99999999;"})
    void a_text_that_is_not_valid_xml_is_refused(String text) {
        assertRefused(
                "FILE_UNREADABLE",
                new RawXlsx()
                        .sheet("<row r=\"1\"><c r=\"A1\"><v>" + text + "</v></c></row>")
                        .bytes());
    }

    @Test
    void a_damaged_entry_is_refused() {
        byte[] content = new RawXlsx().stored().sheet("<row r=\"1\"/>").bytes();
        int at = new String(content, StandardCharsets.ISO_8859_1).indexOf("<row");
        content[at + 8] = '2';

        assertRefused("FILE_UNREADABLE", content);
    }

    @Test
    void an_archive_that_is_no_workbook_is_refused() {
        assertRefused("FILE_KIND_UNKNOWN", RawXlsx.zip("readme.txt", "hello".getBytes()));
        assertRefused("FILE_HAS_MACROS", new RawXlsx().entry("xl/vbaProject.bin", "x").bytes());
    }

    @Test
    void names_that_lead_out_of_the_archive_are_refused() {
        for (String name : new String[] {"../evil.xml", "xl/../../evil.xml", "/etc/x", "C:/x"}) {
            assertRefused("FILE_UNSAFE", new RawXlsx().entry(name, "x").bytes());
        }
    }

    @Test
    void inflated_bytes_have_a_limit() {
        byte[] content =
                new RawXlsx().entry("xl/media/image1.bin", "abcdefgh".repeat(1000)).bytes();
        long inflated = new RawXlsx().inflatedBytes() + 8000;

        assertThat(rows(content, LIMITS.withMaxInflatedBytes(inflated))).isEmpty();
        assertRefused("FILE_UNSAFE", content, LIMITS.withMaxInflatedBytes(inflated - 1));
    }

    @Test
    void a_bomb_is_refused_by_its_ratio() {
        byte[] zeros = new byte[20 << 20];
        byte[] content = new RawXlsx().entry("xl/media/image1.bin", zeros).bytes();

        assertThat(content.length).isLessThan(100_000);
        assertRefused("FILE_UNSAFE", content);
    }

    @Test
    void entries_have_a_limit() {
        RawXlsx raw = new RawXlsx();
        int base = raw.entries();
        for (int i = base; i < 1000; i++) {
            raw.entry("xl/media/" + i, "x");
        }
        assertThat(rows(raw.bytes())).isEmpty();
        assertRefused("FILE_UNSAFE", raw.entry("xl/media/last", "x").bytes());
    }

    @Test
    void what_would_take_all_memory_is_refused() {
        String farColumn = "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>";
        String beyondLast = "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>";
        String last = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>";
        String farRow = "<row r=\"99999999\"><c r=\"A1\"><v>1</v></c></row>";
        String farString = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>";
        String sameRow = "<row r=\"2\"/><row r=\"2\"/>";
        String noString = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>";

        for (String sheet :
                new String[] {farColumn, beyondLast, farRow, farString, noString, sameRow}) {
            assertRefused("FILE_UNREADABLE", new RawXlsx().sheet(sheet).bytes());
        }
        assertRefused("FILE_TOO_MANY_COLUMNS", new RawXlsx().sheet(last).bytes());
    }

    @Test
    void what_the_reader_keeps_in_memory_has_limits() {
        String strings = "<sst>" + "<si/>".repeat(2_000_000);
        String styles = "<styleSheet>" + "<xf/>".repeat(199_999);

        assertThat(rows(part("xl/sharedStrings.xml", strings + "</sst>"))).isEmpty();
        assertRefused("FILE_TOO_MANY_ROWS", part("xl/sharedStrings.xml", strings + "<si/></sst>"));
        assertThat(rows(part("xl/styles.xml", styles + "</styleSheet>"))).isEmpty();
        assertRefused("FILE_UNSAFE", part("xl/styles.xml", styles + "<xf/></styleSheet>"));
    }

    private static byte[] part(String name, String xml) {
        return new RawXlsx().stored().entry(name, xml).bytes();
    }

    @Test
    void entities_and_endless_texts_are_refused() {
        String dtd =
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                        + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row>"
                        + "</sheetData></worksheet>";
        assertRefused("FILE_UNSAFE", new RawXlsx().sheetXml(dtd).bytes());

        String text = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>%s</v></c></row>";
        byte[] longest = new RawXlsx().sheet(text.formatted("x".repeat(32_767))).bytes();
        assertThat(rows(longest)).hasSize(1);
        byte[] longer = new RawXlsx().sheet(text.formatted("x".repeat(32_768))).bytes();
        assertRefused("FILE_UNSAFE", longer);
        String attribute = "<row r=\"1\" spans=\"%s\"/>".formatted("x1y2".repeat(300_000));
        assertRefused("FILE_UNSAFE", new RawXlsx().sheet(attribute).bytes());
        String utf16 = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet/>";
        assertRefused(
                "FILE_UNSAFE",
                new RawXlsx().sheetXml(utf16.getBytes(StandardCharsets.UTF_16)).bytes());
    }

    @Test
    void rows_up_to_the_limit_are_read_whatever_empty_rows_follow() {
        String filled = "<row r=\"%d\"><c r=\"A%<d\"><v>1</v></c></row>";
        String empty = "<row r=\"%d\"><c r=\"A%<d\" s=\"0\"/></row>";
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            rows.append(filled.formatted(i));
        }
        for (int i = 11; i <= 5000; i++) {
            rows.append(empty.formatted(i));
        }
        byte[] content = new RawXlsx().sheet(rows.toString()).bytes();

        assertThat(rows(content, LIMITS.withMaxRows(10))).hasSize(10);
        assertRefused("FILE_TOO_MANY_ROWS", content, LIMITS.withMaxRows(9));
    }

    @Test
    void many_rows_stream() {
        byte[] content =
                xlsx(
                        sheet -> {
                            for (int i = 0; i < 20_000; i++) {
                                sheet.value(i, 0, "1771080101900001");
                                sheet.value(i, 1, "Jl. Kapuas " + i);
                            }
                        });
        List<Row> rows = rows(content);

        assertThat(rows).hasSize(20_000);
        assertThat(rows.get(19_999).cell(1)).isEqualTo("Jl. Kapuas 19999");
    }
}
