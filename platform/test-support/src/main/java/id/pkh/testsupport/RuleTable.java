package id.pkh.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables of the pages in {@code docs/rules}, as data for the tests of the other modules. */
public final class RuleTable {

    private static final Path RULES = Path.of("..", "docs", "rules");

    private RuleTable() {}

    /** Rows of the table whose header is exactly this. */
    public static List<List<String>> rows(String page, String... header) {
        List<List<String>> rows = new ArrayList<>();
        boolean isInside = false;
        for (String line : read(page)) {
            List<String> cells = cells(line);
            if (cells.equals(List.of(header))) {
                isInside = true;
            } else if (isInside && cells.isEmpty()) {
                break;
            } else if (isInside && !cells.get(0).startsWith("---")) {
                rows.add(cells);
            }
        }
        if (rows.isEmpty()) {
            throw new AssertionError(page + " has no table " + Arrays.toString(header));
        }
        return rows;
    }

    private static List<String> read(String page) {
        try {
            return Files.readAllLines(RULES.resolve(page));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        String inner = line.strip();
        return Arrays.stream(inner.substring(1, inner.length() - 1).split("\\|"))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }
}
