package id.pkh.platform.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table in a workbook that is written row by row: only a few rows are in memory. Every cell is
 * text, so that no program shortens a long number, and none computes a cell. When a sheet is full,
 * the next one goes on, with the same header.
 */
final class StreamedSheets implements ReturnedList.Sink {

    static final String TEXT = "@";
    static final String APPLICATION = "PKH";
    static final String VERSION = "1.0";

    /** As many as every program of 2007 and later reads. */
    private static final int MAX_ROWS = 1_048_576;

    private static final int ROWS_IN_MEMORY = 500;
    private static final int COLUMN_CHARS = 20;

    private final Workbook workbook;
    private final List<String> header;
    private final int maxRows;
    private Worksheet sheet;
    private int sheets;
    private int line;

    StreamedSheets(OutputStream out, List<String> header) throws IOException {
        this(out, header, MAX_ROWS);
    }

    StreamedSheets(OutputStream out, List<String> header, int maxRows) throws IOException {
        this.workbook = new Workbook(out, APPLICATION, VERSION);
        workbook.setCompressionLevel(Deflater.BEST_SPEED);
        this.header = header;
        this.maxRows = maxRows;
        next();
    }

    /** Writes a row; a cell that is null stays empty. */
    void cells(List<?> cells) throws IOException {
        if (line == maxRows) {
            next();
        }
        write(cells);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        cells(cells);
    }

    static ReturnedList.Sink sink(OutputStream out, List<String> header) throws IOException {
        return new StreamedSheets(out, header);
    }

    private void next() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? "Data" : "Data " + sheets);
        for (int column = 0; column < header.size(); column++) {
            sheet.width(column, COLUMN_CHARS);
        }
        sheet.freezePane(0, 1);
        line = 0;
        write(header);
        sheet.range(0, 0, 0, Math.max(0, header.size() - 1)).style().bold().format(TEXT).set();
    }

    private void write(List<?> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell != null) {
                sheet.value(line, column, cell.toString());
                sheet.style(line, column).format(TEXT).set();
            }
        }
        line++;
        if (line % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
