package id.pkh.benchmarks;

import id.pkh.benchmarks.inbox.StateUpsert;
import id.pkh.benchmarks.states.FamilyStates.Versioned;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.localstack.Waiting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows that the consumer of the inbox benchmark wrote, read with SQL. */
final class InboxTables {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataSource database;
    private final List<UUID> ids;

    InboxTables(DataSource database, List<UUID> ids) {
        this.database = database;
        this.ids = List.copyOf(ids);
    }

    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("TRUNCATE inbox, parked_event, bench_state");
            sql.execute("CHECKPOINT");
        }
    }

    /**
     * Waits until each event has been applied.
     *
     * @return seconds from the begin of the first transaction to the commit of the last one
     */
    double awaitAll(ServiceProcess service) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement(
                                "SELECT count(*) FROM inbox WHERE event_id = ANY (?)")) {
            // a few ids are cheap to look for; all of them are counted at the end
            Object[] last = ids.subList(Math.max(0, ids.size() - 500), ids.size()).toArray();
            count.setArray(1, connection.createArrayOf("uuid", last));
            boolean done =
                    Waiting.until(
                            PATIENCE,
                            PAUSE,
                            () -> !service.isAlive() || number(count) == last.length);
            if (!done || number(count) < last.length) {
                throw new CannotRun("the consumer did not finish; see " + service.log());
            }
            return secondsOf(connection);
        }
    }

    private double secondsOf(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery(
                                "SELECT extract(epoch FROM clock_timestamp() - min(received_at)) FROM inbox")) {
            row.next();
            return row.getDouble(1);
        }
    }

    /** Fails unless every event is in the inbox once and every family has its newest state. */
    void verify(List<Versioned> states) throws SQLException {
        Map<UUID, Long> newest = new HashMap<>();
        states.forEach(next -> newest.merge(next.state().kpmId(), next.version(), Math::max));
        require("rows in the inbox", ids.size(), number("SELECT count(*) FROM inbox"));
        require("parked events", 0, number("SELECT count(*) FROM parked_event"));
        int families = 0;
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT kpm_id, version FROM bench_state")) {
            for (; rows.next(); families++) {
                UUID family = rows.getObject(1, UUID.class);
                require("version of " + family, newest.getOrDefault(family, -1L), rows.getLong(2));
            }
        }
        require("families", newest.size(), families);
    }

    /** The same events in the same transactions as in the consumer. */
    List<List<Versioned>> chunks(List<Versioned> states) throws SQLException {
        Map<UUID, Versioned> byId = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byId.put(ids.get(i), states.get(i));
        }
        Map<Object, List<Versioned>> chunks = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows =
                        sql.executeQuery(
                                "SELECT received_at, event_id FROM inbox ORDER BY received_at")) {
            while (rows.next()) {
                chunks.computeIfAbsent(rows.getTimestamp(1), begin -> new ArrayList<>())
                        .add(byId.get(rows.getObject(2, UUID.class)));
            }
        }
        return List.copyOf(chunks.values());
    }

    /** The limit: only the consumer's statement on its chunks, with one connection. */
    double upsert(List<List<Versioned>> chunks) throws SQLException {
        List<List<Versioned>> collapsed = chunks.stream().map(StateUpsert::newest).toList();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (List<Versioned> rows : collapsed) {
                StateUpsert.write(connection, rows);
                connection.commit();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void require(String what, long expected, long found) {
        if (expected != found) {
            throw new CannotRun("%s: expected %d, found %d".formatted(what, expected, found));
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            return number(statement);
        }
    }

    private static long number(PreparedStatement query) {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new CannotRun("the inbox cannot be read", e);
        }
    }
}
