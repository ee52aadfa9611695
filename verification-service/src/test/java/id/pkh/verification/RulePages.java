package id.pkh.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rule pages and the migrations, as data: what they say is what the tests expect. */
public final class RulePages {

    private static final Path RULES = Path.of("..", "docs", "rules");
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern TUPLE = Pattern.compile("\\(((?:'[^']*'|[^()'])*)\\)");
    private static final Pattern VALUE = Pattern.compile("\\s*('([^']*)'|[^,]+)\\s*(?:,|$)");

    private RulePages() {}

    /** Rows of the table whose header is exactly this. */
    public static List<List<String>> table(String page, String... header) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : read(RULES.resolve(page)).split("\n")) {
            List<String> cells = cells(line);
            if (cells.equals(List.of(header))) {
                inside = true;
            } else if (inside && cells.isEmpty()) {
                break;
            } else if (inside && !cells.get(0).startsWith("---")) {
                rows.add(cells);
            }
        }
        if (rows.isEmpty()) {
            throw new AssertionError(page + " has no table " + Arrays.toString(header));
        }
        return rows;
    }

    /** Rows that a migration inserts into a table. */
    public static List<List<String>> inserted(String migration, String table) {
        String sql = read(MIGRATIONS.resolve(migration));
        int start = sql.indexOf("INSERT INTO " + table + " ");
        int values = sql.indexOf("VALUES", start);
        String body = sql.substring(values, sql.indexOf(";\n", values));
        List<List<String>> rows = new ArrayList<>();
        Matcher tuple = TUPLE.matcher(body);
        while (tuple.find()) {
            List<String> row = new ArrayList<>();
            Matcher value = VALUE.matcher(tuple.group(1));
            while (value.find()) {
                row.add(value.group(2) != null ? value.group(2) : value.group(1).strip());
            }
            rows.add(row);
        }
        return rows;
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

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
