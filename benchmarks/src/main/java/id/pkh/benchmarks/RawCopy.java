package id.pkh.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The limit of lists: every row that an import has left, in whatever table, is copied in again by
 * bare COPY, into the same tables with their indexes and checks, without triggers and references.
 */
final class RawCopy {

    private static final String TABLES =
            """
            SELECT c.relname,
                   (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                      FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
              FROM pg_class c
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
             ORDER BY 1
            """;

    private final DataSource database;
    private final Path folder;

    /**
     * @param folder where the database may write
     */
    RawCopy(DataSource superuser, Path folder) {
        this.database = superuser;
        this.folder = folder;
    }

    /** How many rows each table has. */
    Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            for (String table : columns(sql).keySet()) {
                try (ResultSet count = sql.executeQuery("SELECT count(*) FROM " + table)) {
                    count.next();
                    counts.put(table, count.getLong(1));
                }
            }
        }
        return counts;
    }

    private static Map<String, String> columns(Statement sql) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (ResultSet rows = sql.executeQuery(TABLES)) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }

    /** Takes the rows of these tables out and copies them in again; returns the seconds of that. */
    double seconds(List<String> tables) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            Map<String, String> columns = columns(sql);
            for (String table : tables) {
                sql.execute(
                        "COPY (SELECT %s FROM %s) TO '%s'"
                                .formatted(columns.get(table), table, file(table)));
            }
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL session_replication_role = replica");
            sql.execute("TRUNCATE " + String.join(", ", tables) + " CASCADE");
            long start = System.nanoTime();
            for (String table : tables) {
                sql.execute(
                        "COPY %s (%s) FROM '%s'".formatted(table, columns.get(table), file(table)));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            connection.commit();
            return seconds;
        }
    }

    private Path file(String table) {
        return folder.resolve("copy-" + table);
    }

    /** The seconds in which a query is copied out to nowhere. */
    double out(String query) throws SQLException {
        try (Connection connection = database.getConnection()) {
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + query + ") TO STDOUT", OutputStream.nullOutputStream());
            return (System.nanoTime() - start) / 1e9;
        } catch (IOException broken) {
            throw new CannotRun("the database did not copy out", broken);
        }
    }

    /** Tables that have more rows than before. */
    static List<String> grown(Map<String, Long> before, Map<String, Long> after) {
        List<String> grown = new ArrayList<>();
        after.forEach(
                (table, rows) -> {
                    if (rows > before.getOrDefault(table, 0L)) {
                        grown.add(table);
                    }
                });
        return grown;
    }
}
