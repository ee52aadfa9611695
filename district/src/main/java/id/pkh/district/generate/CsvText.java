package id.pkh.district.generate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes rows as delimited text in a given style, one after the other. */
final class CsvText implements Closeable {

    private final Writer out;
    private final SheetStyle style;
    private final int width;

    /**
     * @param width cells of the widest row, for styles that pad
     */
    CsvText(Path file, SheetStyle style, int width) throws IOException {
        Files.createDirectories(file.getParent());
        this.out = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        this.style = style;
        this.width = width;
        if (style.byteOrderMark()) {
            out.write('\uFEFF');
        }
        if (style.sepLine()) {
            out.write("sep=" + style.delimiter());
            endLine();
        }
    }

    void row(List<?> cells) throws IOException {
        int count = style.padded() ? Math.max(width, cells.size()) : cells.size();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.write(style.delimiter());
            }
            out.write(i < cells.size() ? quoted(String.valueOf(cells.get(i))) : "");
        }
        endLine();
    }

    private String quoted(String cell) {
        boolean needed = cell.indexOf(style.delimiter()) >= 0 || cell.indexOf('"') >= 0;
        return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private void endLine() throws IOException {
        out.write(style.windowsLines() ? "\r\n" : "\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
