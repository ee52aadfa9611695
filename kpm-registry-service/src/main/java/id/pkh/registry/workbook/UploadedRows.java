package id.pkh.registry.workbook;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.TabularSheets.NamedSheet;
import id.pkh.platform.web.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of an uploaded workbook that carry a token, whatever order they are in. A sheet is
 * recognised by the header of its tokens; what stands above it, and every other sheet, is not read.
 */
final class UploadedRows {

    static final String TOKEN_HEADER = "Kode baris";

    private static final int HEADER_WITHIN_ROWS = 30;

    /**
     * A row as it was sent.
     *
     * @param cells by the key of the column's header
     */
    record UploadedRow(RowPlace place, String token, Map<String, String> cells) {

        String cell(SheetColumn column) {
            return cells.getOrDefault(Columns.key(column.header()), "");
        }
    }

    private UploadedRows() {}

    static List<UploadedRow> of(List<NamedSheet> sheets) {
        List<UploadedRow> rows = new ArrayList<>();
        boolean isWorkbook = false;
        for (NamedSheet sheet : sheets) {
            Optional<Integer> header = header(sheet);
            if (header.isPresent()) {
                isWorkbook = true;
                read(sheet, header.get(), rows);
            }
        }
        if (!isWorkbook) {
            throw Refused.because("WORKBOOK_NOT_RECOGNISED").with("header", TOKEN_HEADER);
        }
        return rows;
    }

    private static Optional<Integer> header(NamedSheet sheet) {
        String key = Columns.key(TOKEN_HEADER);
        for (int i = 0; i < Math.min(HEADER_WITHIN_ROWS, sheet.rows().size()); i++) {
            if (sheet.rows().get(i).cells().stream().map(Columns::key).anyMatch(key::equals)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static void read(NamedSheet sheet, int header, List<UploadedRow> rows) {
        List<String> keys = sheet.rows().get(header).cells().stream().map(Columns::key).toList();
        for (Row row : sheet.rows().subList(header + 1, sheet.rows().size())) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                if (!keys.get(i).isEmpty()) {
                    cells.putIfAbsent(keys.get(i), row.cell(i));
                }
            }
            rows.add(
                    new UploadedRow(
                            new RowPlace(sheet.name(), row.line()),
                            cells.getOrDefault(Columns.key(TOKEN_HEADER), ""),
                            cells));
        }
    }
}
