package id.pkh.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The limit of work in bulk: the rows that the service has written are written again by a few
 * statements, out of the database itself, into the same tables with their indexes, triggers and
 * constraints.
 */
final class BareStatements {

    /** All columns of the outbox but those that the database fills in. */
    static final String EVENT_COLUMNS =
            "shard, topic, event_key, event_id, event_type, sequence, correlation_id, causation_id, traceparent, extra_headers, payload";

    private final DataSource database;
    private final Map<String, String> kept;
    private final List<String> before;
    private final List<String> writes;

    /**
     * @param kept queries for what the service has written, each in the order in which it was
     *     written, by the names of the tables that keep their rows
     * @param before statements that are not measured, ahead of the writes
     * @param writes statements that write the kept rows again
     */
    BareStatements(
            DataSource superuser,
            Map<String, String> kept,
            List<String> before,
            List<String> writes) {
        this.database = superuser;
        this.kept = kept;
        this.before = before;
        this.writes = writes;
    }

    /** The same, with rows that have to be there before the writes; they are not measured. */
    BareStatements after(String table, String query, String write) {
        return new BareStatements(database, with(table, query), added(before, write), writes);
    }

    /** The same with one more write. */
    BareStatements and(String table, String query, String write) {
        return new BareStatements(database, with(table, query), before, added(writes, write));
    }

    /** The same with a query for the facts behind the writes, ahead of them. */
    BareStatements reading(String query) {
        return new BareStatements(
                database, kept, before, Stream.concat(Stream.of(query), writes.stream()).toList());
    }

    private Map<String, String> with(String table, String query) {
        Map<String, String> more = new LinkedHashMap<>(kept);
        more.put(table, query);
        return more;
    }

    private static List<String> added(List<String> statements, String one) {
        return Stream.concat(statements.stream(), Stream.of(one)).toList();
    }

    /** Copies what the service has just written. */
    void keep() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            for (Map.Entry<String, String> table : kept.entrySet()) {
                sql.execute("DROP TABLE IF EXISTS " + table.getKey());
                sql.execute("CREATE UNLOGGED TABLE " + table.getKey() + " AS " + table.getValue());
                sql.execute("ANALYZE " + table.getKey());
            }
        }
    }

    /** Writes the copied rows in one transaction; returns the seconds that it took. */
    double write() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : before) {
                sql.execute(statement);
            }
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (String statement : writes) {
                sql.execute(statement);
            }
            connection.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
