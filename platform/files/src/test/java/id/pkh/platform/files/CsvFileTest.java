package id.pkh.platform.files;

import static id.pkh.platform.files.TryFiles.assertRefused;
import static id.pkh.platform.files.TryFiles.cells;
import static id.pkh.platform.files.TryFiles.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.web.Refused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final TabularLimits LIMITS = TabularLimits.defaults();

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void the_separator_is_found(String separator) {
        String content =
                String.join(separator, "a", "b", "c")
                        + "\n"
                        + String.join(separator, "1", "2", "3");

        assertThat(cells(content)).containsExactly(List.of("a", "b", "c"), List.of("1", "2", "3"));
    }

    @Test
    void commas_inside_cells_do_not_make_columns() {
        String content =
                """
                no_kk;alamat;nilai
                1;Jl. Kapuas, RT 3, RW 1;95,5
                2;Jl. Musi, RT 1, RW 2;87,25
                """;

        assertThat(cells(content))
                .contains(List.of("1", "Jl. Kapuas, RT 3, RW 1", "95,5"))
                .hasSize(3);
    }

    @Test
    void a_separator_that_the_file_declares_is_believed_and_its_line_counted() {
        List<Row> rows = rows("sep=,\r\na,b;c\r\n1,2;3\r\n");

        assertThat(rows.get(0)).isEqualTo(new Row(2, List.of("a", "b;c")));
        assertThat(rows.get(1).line()).isEqualTo(3);
        assertThat(rows("\"sep=;\"\na;b,c,d,e\n").get(0).cells()).containsExactly("a", "b,c,d,e");
        assertThat(rows("sep=\t\na\tb\n").get(0).cells()).containsExactly("a", "b");
        assertThat(rows("\uFEFFsep=;\na;b\n").get(0)).isEqualTo(new Row(2, List.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "|", "#", ":", "~", "§"})
    void any_sign_can_be_declared_as_the_separator(String sign) {
        assertThat(cells("SEP=" + sign + "\na" + sign + "b\n")).containsExactly(List.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=",
                "sep=;;",
                "sep=\"",
                "\"sep=\"\"\"",
                "sep=a",
                "sep=7",
                "sep= ",
                "sep=\uD83D\uDE00"
            })
    void a_declared_separator_that_cannot_separate_is_refused_by_name(String line) {
        assertThatThrownBy(() -> rows(line + "\na;b\n"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.code()).isEqualTo("FILE_SEPARATOR_INVALID"));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_cell() {
        assertThat(cells("\uFEFFno;nik\n1;2\n").get(0)).containsExactly("no", "nik");
        assertThat(cells("\uFEFF\"no\";nik\n1;2\n").get(0)).containsExactly("no", "nik");
    }

    @Test
    void quotes_hold_separators_line_breaks_and_quotes() {
        List<Row> rows = rows("a;b\n\"x;y\";\"first\nsecond\"\n\"say \"\"yes\"\"\";z\nlast;1\n");

        assertThat(rows.get(1).cells()).containsExactly("x;y", "first\nsecond");
        assertThat(rows.get(2)).isEqualTo(new Row(4, List.of("say \"yes\"", "z")));
        assertThat(rows.get(3).line()).isEqualTo(5);
    }

    @Test
    void a_quote_inside_a_cell_is_a_character() {
        assertThat(cells("a;b\n5\" pipa;x\n").get(1)).containsExactly("5\" pipa", "x");
    }

    @Test
    void excel_writes_numbers_as_text_in_its_own_way() {
        assertThat(cells("nik;nama\n=\"1771080101900001\";x\n").get(1))
                .containsExactly("1771080101900001", "x");
    }

    @Test
    void lines_are_counted_as_an_editor_shows_them() {
        List<Row> rows =
                rows("DAFTAR HADIR\n\nKode Kelompok;17.71.08.1001-01\n;;\n\r\nNo;NIK\n1;2");

        assertThat(rows.stream().map(Row::line)).containsExactly(1, 3, 6, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_kind_of_line_end_is_one(String end) {
        List<Row> rows = rows(String.join(end, "a;b", "", "c;d", "e;f"));

        assertThat(rows.stream().map(Row::line)).containsExactly(1, 3, 4);
    }

    @Test
    void letters_outside_ascii_are_read_in_utf_8_and_windows_1252() {
        byte[] utf8 = "nama;kota\nÉlise – “x”;Sukamerindu\n".getBytes(StandardCharsets.UTF_8);
        byte[] windows = "nama;kota\nÉlise – “x”;Sukamerindu\n".getBytes(TextProbe.WINDOWS_1252);

        assertThat(rows(utf8).get(1).cell(0)).isEqualTo("Élise – “x”");
        assertThat(rows(windows).get(1).cell(0)).isEqualTo("Élise – “x”");
    }

    @Test
    void one_wrong_byte_far_down_makes_the_whole_file_windows_1252() {
        byte[] good = ("a;b\n" + "x;y\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(good, good.length + 2);
        content[good.length] = (byte) 0xE9;
        content[good.length + 1] = '\n';
        List<Row> rows = rows(content);

        assertThat(rows.get(rows.size() - 1).cell(0)).isEqualTo("é");
    }

    @Test
    void cells_are_trimmed_and_missing_ones_empty() {
        Row row = rows("a;b\n  x \u00A0;y\n").get(1);

        assertThat(row.cell(0)).isEqualTo("x");
        assertThat(row.cell(2)).isEmpty();
        assertThat(row.cell(-1)).isEmpty();
    }

    @Test
    void nothing_but_white_space_is_empty() {
        assertRefused("FILE_EMPTY", " \r\n\t\n ");
        assertRefused("FILE_EMPTY", "\uFEFF\n");
    }

    @Test
    void what_is_no_text_is_refused() {
        assertRefused("FILE_KIND_UNKNOWN", "a;b\n1;\u0000\n");
        assertRefused("FILE_KIND_UNKNOWN", "a;b\n".repeat(100_000) + "\u0000");
        assertRefused("FILE_KIND_UNKNOWN", "a;b\n\u0007;x\n");
        assertRefused("FILE_KIND_UNKNOWN", new byte[] {'a', (byte) 0x81, 'b', ';', 'c', '\n'});
        assertRefused("FILE_KIND_UNKNOWN", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_16));
        assertRefused("FILE_KIND_UNKNOWN", "\n <html><table><tr><td>1</td></tr></table></html>");
        assertRefused("FILE_KIND_UNKNOWN", "<?xml version=\"1.0\"?><Workbook/>");
    }

    @Test
    void other_kinds_of_file_are_named() {
        byte[] ole = {
            (byte) 0xD0,
            (byte) 0xCF,
            0x11,
            (byte) 0xE0,
            (byte) 0xA1,
            (byte) 0xB1,
            0x1A,
            (byte) 0xE1,
            0,
            0
        };
        assertRefused("FILE_LEGACY_EXCEL", ole);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] encrypted = Arrays.copyOf(ole, (1 << 20) + 100);
        System.arraycopy(name, 0, encrypted, (1 << 20) - 7, name.length);
        assertRefused("FILE_PASSWORD_PROTECTED", encrypted);
        assertRefused("FILE_IS_PDF", "%PDF-1.7\n...");
        assertRefused("FILE_IS_IMAGE", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        assertRefused("FILE_IS_IMAGE", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 16});
        assertRefused("FILE_KIND_UNKNOWN", new byte[] {(byte) 0x1F, (byte) 0x8B, 8, 0, 0});
    }

    @Test
    void a_table_may_begin_like_a_picture() {
        assertThat(cells("BM;GIF8\n1;2\n")).hasSize(2);
    }

    @Test
    void a_quote_that_never_closes_means_that_the_end_is_missing() {
        assertRefused("FILE_TRUNCATED", "a;b\n1;2\n3;\"half");
        assertRefused("FILE_TRUNCATED", "a;b\n1;2\n\"3;4\n5;6\n");
        assertThat(cells("a;b\n1;\"2\"")).hasSize(2);
        assertThat(cells("a;b\n1;5\"")).hasSize(2);
    }

    @Test
    void what_is_wrong_far_down_is_refused_before_the_first_row() {
        for (String end : new String[] {"1;\"half", "x;" + "\"" + "y\n".repeat(20_000) + "\";z"}) {
            try (ReceivedUpload upload = TryFiles.upload("a;b\n" + "1;2\n".repeat(1000) + end)) {
                assertThatThrownBy(() -> TabularFile.open(upload, LIMITS))
                        .isInstanceOf(Refused.class);
            }
        }
        try (ReceivedUpload upload = TryFiles.upload("a;b\n" + "1;2\n".repeat(10))) {
            assertThatThrownBy(() -> TabularFile.open(upload, LIMITS.withMaxRows(10)))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void rows_up_to_the_limit_are_read() {
        String content = "a;b\n" + "\n1;2\n".repeat(9);

        assertThat(rows(bytes(content), LIMITS.withMaxRows(10))).hasSize(10);
        assertRefused("FILE_TOO_MANY_ROWS", bytes(content), LIMITS.withMaxRows(9));
    }

    @Test
    void columns_up_to_the_limit_are_read() {
        byte[] three = bytes("a;b;c;;;;;;;\n1;2;3\n");

        assertThat(rows(three, LIMITS.withMaxColumns(3))).hasSize(2);
        assertRefused("FILE_TOO_MANY_COLUMNS", three, LIMITS.withMaxColumns(2));
        assertRefused("FILE_TOO_MANY_COLUMNS", bytes("a" + ";".repeat(100_000) + "b\n"), LIMITS);
    }

    @Test
    void lines_up_to_the_limit_are_read() {
        TabularLimits limits = new TabularLimits(10, 10, 1000, 1000, 1, 1, 1);
        String line = "x".repeat(999) + ";";

        assertThat(rows(bytes("a;b\n" + line + "\n"), limits)).hasSize(2);
        assertThat(rows(bytes("a;b\r\n" + line + "\r\n" + line), limits)).hasSize(3);
        assertRefused("LINE_TOO_LONG", bytes("a;b\n" + line + "y\n"), limits)
                .hasMessageContaining("line=2");
    }

    @Test
    void a_cell_that_runs_over_many_lines_has_a_limit_too() {
        TabularLimits limits = new TabularLimits(10, 10, 1000, 1000, 1, 1, 1);
        String lines = "x".repeat(99) + "\n";

        assertThat(rows(bytes("a;b\n\"" + lines.repeat(10) + "\";c\n"), limits)).hasSize(2);
        assertRefused("LINE_TOO_LONG", bytes("a;b\n\"" + lines.repeat(11) + "\";c\n"), limits)
                .hasMessageContaining("line=2");
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> agreed(String content, Charset written, CsvDialect dialect) {
        List<List<String>> cells = new ArrayList<>();
        try (ReceivedUpload upload = TryFiles.upload(content.getBytes(written));
                TabularFile file = TabularFile.open(upload.path(), LIMITS, dialect)) {
            file.rows().forEachRemaining(row -> cells.add(row.cells()));
        }
        return cells;
    }

    @Test
    void an_agreed_form_is_not_found_out() {
        CsvDialect pipes = new CsvDialect(StandardCharsets.UTF_8, '|', '\'');

        assertThat(agreed("a;b|'c|d'\n1;2|3\n", StandardCharsets.UTF_8, pipes))
                .containsExactly(List.of("a;b", "c|d"), List.of("1;2", "3"));
        assertThat(agreed("sep=|\na|b\n", StandardCharsets.UTF_8, pipes))
                .containsExactly(List.of("a", "b"));
    }

    @Test
    void another_encoding_or_separator_than_the_agreed_one_is_refused() {
        Charset old = Charset.forName("windows-1252");
        CsvDialect dialect = new CsvDialect(StandardCharsets.UTF_8, ';', '"');

        assertThatThrownBy(() -> agreed("José;1", old, dialect))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("FILE_ENCODING_WRONG"));
        assertThatThrownBy(() -> agreed("sep=,\na,b", StandardCharsets.UTF_8, dialect))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("FILE_SEPARATOR_INVALID"));
        assertThat(agreed("José;1", old, new CsvDialect(old, ';', '"')))
                .containsExactly(List.of("José", "1"));
    }
}
