package id.pkh.platform.files;

import java.util.List;

/**
 * One row of a file. {@code line} is the number that the sender sees: the row number in a
 * spreadsheet, or the physical line where the record starts in a text file.
 */
public record Row(int line, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The trimmed cell; empty when the row is shorter. */
    public String cell(int i) {
        return i < 0 || i >= cells.size() ? "" : cells.get(i).replace('\u00A0', ' ').strip();
    }

    public boolean isBlank() {
        for (int i = 0; i < cells.size(); i++) {
            if (!cell(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
