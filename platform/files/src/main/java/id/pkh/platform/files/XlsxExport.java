package id.pkh.platform.files;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/** A list as a workbook that is written while it is sent, page after page. */
public final class XlsxExport {

    public static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private XlsxExport() {}

    /**
     * The answer, as {@link CsvExport#of} gives it. No cell is a formula.
     *
     * @param name of the file, without its ending
     */
    public static <T> Response of(
            String name,
            List<String> header,
            CsvExport.Pages<T> pageAfter,
            Function<T, List<?>> cells) {
        List<T> first = pageAfter.after(null);
        StreamingOutput file = out -> write(out, header, first, pageAfter, cells);
        return attached(file, name);
    }

    static Response attached(Object file, String name) {
        return Response.ok(file, TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + ".xlsx\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static <T> void write(
            OutputStream out,
            List<String> header,
            List<T> first,
            CsvExport.Pages<T> pageAfter,
            Function<T, List<?>> cells)
            throws IOException {
        try (StreamedSheets sheets = new StreamedSheets(out, header)) {
            List<T> page = first;
            while (!page.isEmpty()) {
                for (T row : page) {
                    sheets.cells(cells.apply(row));
                }
                page = pageAfter.after(page.get(page.size() - 1));
            }
        }
    }
}
