package id.pkh.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The cells of a workbook in memory, which the library writes again: what it takes when nothing is
 * read, sealed, locked or coloured.
 */
final class WorkbookCells {

    private record Written(int row, int column, String text) {}

    private record Cells(String sheet, List<Written> cells) {}

    private final List<Cells> sheets = new ArrayList<>();

    WorkbookCells(byte[] workbook) {
        try (ReadableWorkbook from = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : from.getSheets().toList()) {
                List<Written> cells = new ArrayList<>();
                for (Row row : sheet.read()) {
                    row.stream()
                            .filter(cell -> cell != null && cell.getRawValue() != null)
                            .forEach(
                                    cell ->
                                            cells.add(
                                                    new Written(
                                                            row.getRowNum() - 1,
                                                            cell.getColumnIndex(),
                                                            cell.getText())));
                }
                sheets.add(new Cells(sheet.getName(), cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "benchmark", "1.0")) {
            workbook.setCompressionLevel(Deflater.BEST_SPEED);
            for (Cells sheet : sheets) {
                Worksheet to = workbook.newWorksheet(sheet.sheet());
                for (Written cell : sheet.cells()) {
                    to.value(cell.row(), cell.column(), cell.text());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
