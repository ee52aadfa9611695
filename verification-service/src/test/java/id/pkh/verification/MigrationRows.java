package id.pkh.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The migrations as data: what they insert is what the rule pages state. */
public final class MigrationRows {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern TUPLE = Pattern.compile("\\(((?:'[^']*'|[^()'])*)\\)");
    private static final Pattern VALUE = Pattern.compile("\\s*('([^']*)'|[^,]+)\\s*(?:,|$)");

    private MigrationRows() {}

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

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
