package id.pkh.platform.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import id.pkh.platform.web.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of a text file with separators. */
final class CsvRows implements RowSource {

    private static final Pattern LINE_IN_MESSAGE = Pattern.compile("line (\\d+)");
    private static final Pattern EXCEL_TEXT = Pattern.compile("=\"([^\"]*)\"");

    private final CsvFormat format;
    private final TabularLimits limits;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private int lastLine;

    private CsvRows(CsvFormat format, TabularLimits limits, CsvReader<CsvRecord> reader) {
        this.format = format;
        this.limits = limits;
        this.reader = reader;
        this.records = reader.iterator();
    }

    static CsvRows open(Path path, CsvFormat format, TabularLimits limits) throws IOException {
        CsvRecordHandler handler =
                CsvRecordHandler.builder()
                        .maxFields(Math.max(limits.maxColumns() * 4, 64))
                        .maxFieldSize(limits.maxCellChars())
                        .maxRecordSize(limits.maxCellChars() + limits.maxLineBytes())
                        .build();
        CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(format.separator())
                        .quoteCharacter(format.quote())
                        // a table has no comments; the default character may be the separator
                        .commentCharacter('\u0000')
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .allowUnclosedQuote(false)
                        .build(handler, format.textFrom(path, format.skippedLines() + 1));
        return new CsvRows(format, limits, reader);
    }

    @Override
    public String kind() {
        return "CSV";
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException malformed) {
            throw refused(malformed);
        } catch (UncheckedIOException unreadable) {
            throw Refused.because(FileRefusals.FILE_UNREADABLE, unreadable).with("line", lastLine);
        }
    }

    @Override
    public Row next() {
        try {
            CsvRecord csvRecord = records.next();
            lastLine = Math.toIntExact(csvRecord.getStartingLineNumber()) + format.skippedLines();
            return new Row(lastLine, cells(csvRecord));
        } catch (CsvParseException malformed) {
            throw refused(malformed);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    private List<String> cells(CsvRecord csvRecord) {
        List<String> cells = new ArrayList<>(csvRecord.getFieldCount());
        for (String field : csvRecord.getFields()) {
            Matcher excelText = EXCEL_TEXT.matcher(field);
            cells.add(excelText.matches() ? excelText.group(1) : field);
        }
        int used = cells.size();
        while (used > 0 && cells.get(used - 1).isBlank()) {
            used--;
        }
        if (used > limits.maxColumns()) {
            throw Refused.because(FileRefusals.FILE_TOO_MANY_COLUMNS)
                    .with("line", lastLine)
                    .with("max_columns", limits.maxColumns());
        }
        return cells;
    }

    private Refused refused(CsvParseException malformed) {
        Throwable cause = malformed;
        String messages = "";
        for (; cause != null; cause = cause.getCause()) {
            messages += " " + cause.getMessage();
        }
        Matcher line = LINE_IN_MESSAGE.matcher(messages);
        int at =
                line.find()
                        ? Integer.parseInt(line.group(1)) + format.skippedLines()
                        : lastLine + 1;
        if (messages.contains("Unclosed quoted field")) {
            return Refused.because(FileRefusals.FILE_TRUNCATED, malformed).with("line", at);
        }
        if (messages.contains("maximum limit of")) {
            return Refused.because(FileRefusals.FILE_TOO_MANY_COLUMNS, malformed)
                    .with("line", at)
                    .with("max_columns", limits.maxColumns());
        }
        return Refused.because(FileRefusals.LINE_TOO_LONG, malformed)
                .with("line", at)
                .with("max_bytes", limits.maxLineBytes());
    }
}
