package id.pkh.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Counts in a database, to be compared with what is expected. */
final class Counts {

    private final DataSource database;

    Counts(DataSource database) {
        this.database = database;
    }

    /**
     * @param query for names and their counts
     */
    Map<String, Long> of(String query) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    /**
     * @param query for one number
     */
    long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Fails unless what was found is what is expected. */
    static void require(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new CannotRun("%s: expected %s, found %s".formatted(what, expected, found));
        }
    }
}
