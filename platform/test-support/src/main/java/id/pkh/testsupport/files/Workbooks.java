package id.pkh.testsupport.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Spreadsheets of one sheet, as users fill them in. */
public final class Workbooks {

    private Workbooks() {}

    public static byte[] xlsx(Consumer<Worksheet> fill) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("Sheet1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Every cell as text. */
    public static byte[] xlsx(List<List<String>> rows) {
        return xlsx(
                sheet -> {
                    for (int row = 0; row < rows.size(); row++) {
                        for (int column = 0; column < rows.get(row).size(); column++) {
                            sheet.value(row, column, rows.get(row).get(column));
                        }
                    }
                });
    }
}
