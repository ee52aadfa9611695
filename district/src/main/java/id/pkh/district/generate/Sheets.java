package id.pkh.district.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a small sheet as text or as a workbook. */
final class Sheets {

    private Sheets() {}

    /** The file's name gets the extension of the style. */
    static Path write(Path folder, String name, SheetStyle style, List<List<Object>> rows)
            throws IOException {
        Path file = folder.resolve(name + style.extension());
        if (style.xlsx()) {
            Workbook.write(file, rows);
            return file;
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        try (CsvText text = new CsvText(file, style, width)) {
            for (List<Object> row : rows) {
                text.row(row);
            }
        }
        return file;
    }
}
