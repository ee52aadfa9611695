package id.pkh.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook in which every family came to the group meeting, saved by another program. */
final class FilledWorkbook {

    private static final String MEETING = "Pertemuan kelompok";

    private FilledWorkbook() {}

    static byte[] of(byte[] made, String heldOn) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReadableWorkbook from = new ReadableWorkbook(new ByteArrayInputStream(made));
                Workbook to = new Workbook(out, "benchmark", "1.0")) {
            for (Sheet sheet : from.getSheets().toList()) {
                fill(sheet, to.newWorksheet(sheet.getName()), heldOn);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Families that the workbook names. */
    static int families(byte[] made) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(made))) {
            return workbook.findSheet("Kehadiran").orElseThrow().read().size() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Sheet from, Worksheet to, String heldOn) throws IOException {
        List<Row> rows = from.read();
        int line = 0;
        int mark = column(rows, MEETING);
        int kind = column(rows, "Kegiatan");
        int day = column(rows, "Tanggal");
        for (Row row : rows) {
            for (Cell cell : row) {
                if (cell != null && cell.getRawValue() != null) {
                    to.value(line, cell.getColumnIndex(), cell.getText());
                }
            }
            if (line > 0 && from.getName().equals("Kehadiran")) {
                to.value(line, mark, "HADIR");
            }
            if (line > 0
                    && from.getName().equals("Pertemuan")
                    && row.getCellText(kind).equals(MEETING)) {
                to.value(line, day, heldOn);
            }
            line++;
        }
    }

    private static int column(List<Row> rows, String header) {
        if (!rows.isEmpty()) {
            for (Cell cell : rows.get(0)) {
                if (cell != null && header.equals(cell.getText())) {
                    return cell.getColumnIndex();
                }
            }
        }
        return -1;
    }
}
