package id.pkh.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The facts of a period in a service's database, and what the measured work leaves there. */
abstract class CountryTables {

    /** An id of the form that the services give, ordered by its number. */
    private static final String MADE_ID =
            """
            CREATE FUNCTION pg_temp.made_id(kind bigint, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
              SELECT (lpad(to_hex(1775000000000 + kind * 100000000 + n / 20), 12, '0') || '7' || lpad(to_hex(n % 20 * 200), 3, '0')
                      || '8' || substr(md5(kind || ' ' || n), 1, 15))::uuid $$
            """;

    private final DataSource database;
    private final int families;

    CountryTables(DataSource superuser, int families) {
        this.database = superuser;
        this.families = families;
    }

    /**
     * Statements that put the facts in, past the service, in one session without triggers: what
     * they put in has to be right. Formats, whose argument is the number of families.
     */
    abstract List<String> filling();

    /** Statements that take away what the work has left. */
    abstract List<String> forgetting();

    /** Queries for the rows that the work writes, in their order, by table. */
    abstract Map<String, String> written();

    /** Fails unless everything is there that follows from the facts, and nothing else. */
    abstract void verify(Counts counts) throws SQLException;

    final void fill() throws SQLException {
        List<String> statements = new ArrayList<>(List.of(MADE_ID));
        filling().forEach(statement -> statements.add(statement.formatted(families)));
        run(statements);
    }

    final void forget() throws SQLException {
        RelayedEvents.await(database);
        run(forgetting());
    }

    final void verify() throws SQLException {
        verify(new Counts(database));
    }

    private void run(List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            for (String statement : statements) {
                sql.execute(statement);
            }
            sql.execute("VACUUM (ANALYZE)");
            sql.execute("CHECKPOINT");
        }
    }

    /** Writes the rows of the work again, into the same tables, and its events. */
    BareStatements bare() {
        Map<String, String> kept = new LinkedHashMap<>();
        List<String> writes = new ArrayList<>();
        written()
                .forEach(
                        (table, query) -> {
                            kept.put("kept_" + table, query);
                            writes.add("INSERT INTO %1$s SELECT * FROM kept_%1$s".formatted(table));
                        });
        kept.put(
                "kept_event",
                "SELECT " + BareStatements.EVENT_COLUMNS + " FROM outbox ORDER BY id");
        writes.add(
                "INSERT INTO outbox (%1$s) SELECT %1$s FROM kept_event"
                        .formatted(BareStatements.EVENT_COLUMNS));
        return new BareStatements(database, kept, List.of(), writes);
    }
}
