package id.pkh.platform.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * A list as CSV that is written while it is sent, page after page. It opens in a spreadsheet
 * program as it is: with a byte order mark, and with the separator of Indonesian programs.
 *
 * <p>A program computes a cell that begins with a sign of a formula, also between quotes, and a
 * formula can send what stands beside it to anyone. Such a cell gets an apostrophe in front.
 */
public final class CsvExport {

    public static final String TYPE = "text/csv";

    private static final String TYPE_WITH_CHARSET = TYPE + ";charset=UTF-8";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char SEPARATOR = ';';

    /** Signs of a formula, with the wide forms that East Asian programs take for them. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvExport() {}

    /**
     * The answer. The first page is read at once, so that a refusal is still one.
     *
     * @param name of the file, without its ending
     * @param pageAfter the rows that follow a row, in order; those of the beginning after null, and
     *     none after the last one
     */
    public static <T> Response of(
            String name, List<String> header, Pages<T> pageAfter, Function<T, List<?>> cells) {
        List<T> first = pageAfter.after(null);
        StreamingOutput file = out -> write(out, header, first, pageAfter, cells);
        return attached(file, name);
    }

    /** Reads a list page after page. */
    public interface Pages<T> {
        List<T> after(T last);
    }

    static <T> void write(
            OutputStream out,
            List<String> header,
            List<T> first,
            Pages<T> pageAfter,
            Function<T, List<?>> cells)
            throws IOException {
        CsvWriter csv = writer(out);
        csv.writeRecord(header);
        List<T> page = first;
        while (!page.isEmpty()) {
            for (T row : page) {
                csv.writeRecord(cells.apply(row).stream().map(CsvExport::text).toList());
            }
            csv.flush();
            page = pageAfter.after(page.get(page.size() - 1));
        }
        csv.flush();
    }

    private static CsvWriter writer(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        return CsvWriter.builder()
                .fieldSeparator(SEPARATOR)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    /** The same form, row by row. */
    static ReturnedList.Sink sink(OutputStream out, List<String> header) throws IOException {
        CsvWriter csv = writer(out);
        csv.writeRecord(header.stream().map(CsvExport::text).toList());
        return new ReturnedList.Sink() {

            @Override
            public void row(List<String> cells) {
                csv.writeRecord(cells.stream().map(CsvExport::text).toList());
            }

            @Override
            public void close() throws IOException {
                csv.flush();
            }
        };
    }

    static Response attached(Object file, String name) {
        return Response.ok(file, TYPE_WITH_CHARSET)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A cell that no program computes; empty for null. */
    static String text(Object cell) {
        String text = cell == null ? "" : cell.toString();
        boolean isFormula = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
