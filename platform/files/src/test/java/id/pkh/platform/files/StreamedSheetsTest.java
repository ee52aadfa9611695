package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.files.TabularSheets.NamedSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedSheetsTest {

    @TempDir Path folder;

    private List<NamedSheet> read(Path file) throws IOException {
        return TabularSheets.read(
                new ReceivedUpload(file, "", Files.size(file), "list.xlsx"),
                TabularLimits.defaults());
    }

    @Test
    void aFullSheetIsFollowedByAnotherWithTheSameHeader() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                StreamedSheets sheets = new StreamedSheets(out, List.of("id", "note"), 4)) {
            for (int i = 1; i <= 7; i++) {
                sheets.cells(Arrays.asList(i, null));
            }
        }

        List<NamedSheet> sheets = read(file);

        assertThat(sheets).extracting(NamedSheet::name).containsExactly("Data", "Data 2", "Data 3");
        assertThat(sheets)
                .allSatisfy(sheet -> assertThat(sheet.rows().get(0).cell(0)).isEqualTo("id"));
        assertThat(
                        sheets.stream()
                                .flatMap(sheet -> sheet.rows().stream().skip(1))
                                .map(row -> row.cell(0)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 7).mapToObj(String::valueOf).toList());
    }

    @Test
    void longNumbersAndFormulasStayText() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                StreamedSheets sheets = new StreamedSheets(out, List.of("nik", "name"))) {
            sheets.row(List.of("1771084203850001", "=1+1"));
        }

        Row row = read(file).get(0).rows().get(1);

        assertThat(row.cells()).containsExactly("1771084203850001", "=1+1");
        assertThat(row.numbers()).isEmpty();
    }

    @Test
    void moreRowsThanAreInMemory() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                StreamedSheets sheets = new StreamedSheets(out, List.of("id"))) {
            for (int i = 0; i < 1_234; i++) {
                sheets.cells(List.of(i));
            }
        }

        List<Row> rows = read(file).get(0).rows();

        assertThat(rows).hasSize(1_235);
        assertThat(rows.get(1_234).cell(0)).isEqualTo("1233");
    }
}
