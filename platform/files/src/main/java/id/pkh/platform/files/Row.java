package id.pkh.platform.files;

import java.util.List;
import java.util.Set;

/**
 * One row of a file. {@code line} is the number that the sender sees: the row number in a
 * spreadsheet, or the physical line where the record starts in a text file.
 *
 * @param numbers positions of the cells that a spreadsheet stores as numbers, also days; it writes
 *     them in a form of its own and not in that of the sender
 */
public record Row(int line, List<String> cells, Set<Integer> numbers) {

    public Row {
        cells = List.copyOf(cells);
        numbers = Set.copyOf(numbers);
    }

    public Row(int line, List<String> cells) {
        this(line, cells, Set.of());
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
