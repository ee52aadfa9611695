package id.pkh.district.recount;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads a whole CSV or XLSX file into lines of trimmed cells. */
final class TableFile {

    private static final int LINES_TO_SNIFF = 12;

    private TableFile() {}

    /** A line with the number that an editor shows. */
    record Line(int number, List<String> cells) {

        String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }

        /** The column with this heading, or -1. */
        int column(String heading) {
            for (int i = 0; i < cells.size(); i++) {
                if (plain(cells.get(i)).equals(plain(heading))) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** Lower case letters and digits only: {@code NIK Pengurus} becomes {@code nik_pengurus}. */
    static String plain(String heading) {
        return heading.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    static List<Line> read(Path file) throws IOException {
        return file.toString().endsWith(".xlsx") ? workbook(file) : text(file);
    }

    private static List<Line> text(Path file) throws IOException {
        String content = Files.readString(file, StandardCharsets.UTF_8);
        if (content.startsWith("\uFEFF")) {
            content = content.substring(1);
        }
        int skipped = 0;
        char delimiter = sniff(content);
        if (content.startsWith("sep=")) {
            delimiter = content.charAt(4);
            content = content.substring(content.indexOf('\n') + 1);
            skipped = 1;
        }
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .skipEmptyLines(true)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(content)) {
            for (CsvRecord row : reader) {
                List<String> cells = row.getFields().stream().map(String::trim).toList();
                lines.add(new Line((int) row.getStartingLineNumber() + skipped, cells));
            }
        }
        return lines;
    }

    private static char sniff(String content) {
        long semicolons = 0;
        long commas = 0;
        for (String line : content.lines().limit(LINES_TO_SNIFF).toList()) {
            semicolons += line.chars().filter(c -> c == ';').count();
            commas += line.chars().filter(c -> c == ',').count();
        }
        return semicolons >= commas ? ';' : ',';
    }

    private static List<Line> workbook(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> lines.add(new Line(row.getRowNum(), cells(row))));
        }
        return lines;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            boolean nothing = cell == null || cell.getType() == CellType.EMPTY;
            cells.add(nothing ? "" : text(cell).trim());
        }
        return cells;
    }

    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER ? cell.getRawValue() : cell.getText();
    }
}
