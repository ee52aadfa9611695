package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Rows of the first visible sheet of a workbook, streamed; formulas are read by their stored
 * values.
 */
final class XlsxRows implements RowSource {

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final XlsxCellText text;
    private final TabularLimits limits;
    private final boolean numbered;
    private int lastLine;

    private XlsxRows(
            ReadableWorkbook workbook,
            Stream<org.dhatim.fastexcel.reader.Row> stream,
            TabularLimits limits,
            boolean numbered) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.text = new XlsxCellText(workbook.isDate1904());
        this.limits = limits;
        this.numbered = numbered;
    }

    static XlsxRows open(Path path, XlsxGuard.Findings findings, TabularLimits limits) {
        ReadableWorkbook workbook = null;
        boolean opened = false;
        try {
            workbook =
                    new ReadableWorkbook(
                            path.toFile(), new ReadingOptions(findings.hasStyles(), true));
            Sheet sheet = firstVisible(workbook);
            XlsxRows rows =
                    new XlsxRows(workbook, sheet.openStream(), limits, findings.rowsAreNumbered());
            opened = true;
            return rows;
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable(0, unreadable);
        } finally {
            if (!opened && workbook != null) {
                close(workbook);
            }
        }
    }

    /** The rows of one sheet of a workbook that the caller has opened and closes. */
    static XlsxRows of(
            ReadableWorkbook workbook,
            Sheet sheet,
            XlsxGuard.Findings findings,
            TabularLimits limits) {
        try {
            return new XlsxRows(workbook, sheet.openStream(), limits, findings.rowsAreNumbered());
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable(0, unreadable);
        }
    }

    @Override
    public String kind() {
        return "XLSX";
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (RuntimeException unreadable) {
            throw unreadable(lastLine + 1, unreadable);
        }
    }

    @Override
    public Row next() {
        try {
            org.dhatim.fastexcel.reader.Row row = rows.next();
            lastLine = numbered ? row.getRowNum() : lastLine + 1;
            return new Row(lastLine, cells(row), numbers(row));
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException unreadable) {
            throw unreadable(lastLine + 1, unreadable);
        }
    }

    @Override
    public void close() {
        stream.close();
        close(workbook);
    }

    private List<String> cells(org.dhatim.fastexcel.reader.Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        int used = 0;
        for (Cell cell : row) {
            String shown = cell == null ? "" : text.of(cell);
            cells.add(shown);
            used = shown.isBlank() ? used : cells.size();
        }
        if (used > limits.maxColumns()) {
            throw Refused.because(FileRefusals.FILE_TOO_MANY_COLUMNS)
                    .with("line", lastLine)
                    .with("max_columns", limits.maxColumns());
        }
        return cells.subList(0, used);
    }

    private static Set<Integer> numbers(org.dhatim.fastexcel.reader.Row row) {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            if (cell != null && cell.getValue() instanceof BigDecimal) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static Sheet firstVisible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> unreadable(0, null));
    }

    static Refused unreadable(int line, Throwable cause) {
        return Refused.because(FileRefusals.FILE_UNREADABLE, cause).with("line", line);
    }

    private static void close(ReadableWorkbook workbook) {
        try {
            workbook.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
