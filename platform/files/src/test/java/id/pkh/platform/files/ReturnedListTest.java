package id.pkh.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnedListTest {

    private static final RowRefusalView THIRD =
            new RowRefusalView(3, "nik", "****", "NIK_INVALID", "16 digits", "NIK salah");
    private static final RowRefusalView THIRD_AGAIN =
            new RowRefusalView(3, "nama", "", "NAME_MISSING", "a name", "Nama kosong");

    private static String returned(boolean onlyRefused, List<Row> rows, RowRefusalView... refused)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReturnedList(rows.iterator(), Arrays.asList(refused).iterator(), onlyRefused)
                .write(out, CsvExport::sink);
        return out.toString(StandardCharsets.UTF_8).substring(1).replace("\r\n", "\n");
    }

    private static List<Row> rows(String... header) {
        return List.of(
                new Row(1, List.of(header)),
                new Row(2, List.of("1", "SITI")),
                new Row(3, List.of("2")),
                new Row(5, List.of("=3", "BUDI")));
    }

    @Test
    void everyRowStatesWhatBecameOfItAndWhy() throws IOException {
        assertThat(returned(false, rows("nik", "nama"), THIRD, THIRD_AGAIN))
                .isEqualTo(
                        """
                        nik;nama;hasil;alasan
                        1;SITI;DITERIMA;
                        2;;DITOLAK;nik: NIK salah | nama: Nama kosong
                        '=3;BUDI;DITERIMA;
                        """);
    }

    @Test
    void theRefusedRowsAlone() throws IOException {
        assertThat(returned(true, rows("nik", "nama"), THIRD))
                .isEqualTo("nik;nama;hasil;alasan\n2;;DITOLAK;nik: NIK salah\n");
    }

    @Test
    void aListThatWasReturnedBeforeGetsItsColumnsOnce() throws IOException {
        List<Row> rows =
                List.of(
                        new Row(1, List.of("nik", "Hasil", "nama", "ALASAN")),
                        new Row(2, List.of("1", "DITOLAK", "SITI", "nik: NIK salah")));

        assertThat(returned(false, rows)).isEqualTo("nik;nama;hasil;alasan\n1;SITI;DITERIMA;\n");
    }

    @Test
    void whatBecameOfTheRowsBehindTheKeptRefusalsIsNotKnown() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReturnedList(rows("nik", "nama").iterator(), List.of(THIRD).iterator(), false, 1)
                .write(out, CsvExport::sink);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("1;SITI;DITERIMA;", "2;;DITOLAK;", "'=3;BUDI;TIDAK DIKETAHUI;Terlalu");
    }

    @Test
    void aRefusalOfTheWholeFileBelongsToNoRow() throws IOException {
        RowRefusalView ofHeader = new RowRefusalView(1, "", "", "X", "", "semua");

        assertThat(returned(true, rows("nik", "nama"), ofHeader))
                .isEqualTo("nik;nama;hasil;alasan\n");
    }
}
