package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Every visible sheet of a workbook, for files that have several; a CSV file is one sheet without a
 * name. All rows are in memory, so the limits should be narrow. Blank rows are left out.
 */
public final class TabularSheets {

    /** A sheet as the sender sees it. */
    public record NamedSheet(String name, List<Row> rows) {

        public NamedSheet {
            rows = List.copyOf(rows);
        }
    }

    private TabularSheets() {}

    /** Reads the file; {@code maxRows} counts for all sheets together. */
    public static List<NamedSheet> read(ReceivedUpload upload, TabularLimits limits) {
        try {
            return FileKind.of(upload.path()) == FileKind.ZIP
                    ? sheets(upload, limits)
                    : List.of(table(upload, limits));
        } catch (IOException unreadable) {
            throw XlsxRows.unreadable(0, unreadable);
        }
    }

    private static NamedSheet table(ReceivedUpload upload, TabularLimits limits) {
        List<Row> rows = new ArrayList<>();
        try (TabularFile file = TabularFile.open(upload, limits)) {
            file.rows().forEachRemaining(rows::add);
        }
        return new NamedSheet("", rows);
    }

    private static List<NamedSheet> sheets(ReceivedUpload upload, TabularLimits limits)
            throws IOException {
        XlsxGuard.Findings findings = XlsxGuard.check(upload.path(), limits);
        List<NamedSheet> sheets = new ArrayList<>();
        int rows = 0;
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(
                        upload.path().toFile(), new ReadingOptions(findings.hasStyles(), true))) {
            List<Sheet> visible =
                    workbook.getSheets()
                            .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                            .toList();
            for (Sheet sheet : visible) {
                List<Row> read = rowsOf(XlsxRows.of(workbook, sheet, findings, limits));
                rows += read.size();
                if (rows > limits.maxRows()) {
                    throw Refused.because(FileRefusals.FILE_TOO_MANY_ROWS)
                            .with("max_rows", limits.maxRows());
                }
                sheets.add(new NamedSheet(sheet.getName(), read));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw XlsxRows.unreadable(0, unreadable);
        }
        return sheets;
    }

    private static List<Row> rowsOf(XlsxRows rows) {
        List<Row> read = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (!row.isBlank()) {
                read.add(row);
            }
        }
        return read;
    }
}
