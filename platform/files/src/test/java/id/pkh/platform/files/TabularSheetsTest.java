package id.pkh.platform.files;

import static id.pkh.platform.files.TryFiles.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.files.TabularSheets.NamedSheet;
import id.pkh.platform.web.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class TabularSheetsTest {

    private static final TabularLimits LIMITS = TabularLimits.defaults();

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet first = workbook.newWorksheet("Satu");
            first.value(0, 0, "a");
            first.value(2, 0, "b");
            Worksheet hidden = workbook.newWorksheet("Daftar");
            hidden.value(0, 0, "not shown");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            workbook.newWorksheet("Dua").value(0, 1, "c");
        }
        return bytes.toByteArray();
    }

    @Test
    void everyVisibleSheetIsReadWithTheNumbersOfItsRows() throws IOException {
        try (ReceivedUpload upload = upload(workbook())) {
            assertThat(TabularSheets.read(upload, LIMITS))
                    .containsExactly(
                            new NamedSheet(
                                    "Satu",
                                    List.of(new Row(1, List.of("a")), new Row(3, List.of("b")))),
                            new NamedSheet("Dua", List.of(new Row(1, List.of("", "c")))));
        }
    }

    @Test
    void aTextIsOneSheet() {
        try (ReceivedUpload upload = upload("a;b\n1;2\n")) {
            assertThat(TabularSheets.read(upload, LIMITS))
                    .containsExactly(
                            new NamedSheet(
                                    "",
                                    List.of(
                                            new Row(1, List.of("a", "b")),
                                            new Row(2, List.of("1", "2")))));
        }
    }

    @Test
    void theRowsOfAllSheetsAreCountedTogether() throws IOException {
        try (ReceivedUpload upload = upload(workbook())) {
            assertThatThrownBy(() -> TabularSheets.read(upload, LIMITS.withMaxRows(2)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("FILE_TOO_MANY_ROWS");
        }
    }
}
