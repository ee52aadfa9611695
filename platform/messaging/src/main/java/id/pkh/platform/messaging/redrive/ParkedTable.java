package id.pkh.platform.messaging.redrive;

import id.pkh.platform.messaging.failure.DatabaseFailure;
import id.pkh.platform.messaging.parking.ParkingReason;
import id.pkh.platform.messaging.parking.TopicKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and changes parked events for redrives and discards. */
@ApplicationScoped
class ParkedTable {

    record SelectedEvent(long id, TopicKey key) {}

    private final AgroalDataSource database;

    ParkedTable(AgroalDataSource database) {
        this.database = database;
    }

    /** The next events of a run's selection, in the order they were parked. */
    List<SelectedEvent> page(RedriveRun run, int limit) {
        String sql =
                "SELECT parked_id, topic, event_key FROM parked_event WHERE state = 'PARKED'"
                        + " AND parked_id > ? AND parked_id <= ? AND "
                        + run.selection().condition()
                        + " ORDER BY parked_id LIMIT ?";
        return query(
                sql,
                statement -> {
                    statement.setLong(1, run.positionId());
                    statement.setLong(2, run.endId());
                    statement.setInt(run.selection().bind(statement, 3), limit);
                },
                row ->
                        new SelectedEvent(
                                row.getLong(1), new TopicKey(row.getString(2), row.getString(3))));
    }

    /** The parked events of a key, the oldest first, up to the run's end. */
    List<ParkedRow> chain(RedriveRun run, TopicKey key, int limit) {
        String sql =
                "SELECT "
                        + ParkedRow.COLUMNS
                        + ", ("
                        + run.selection().condition()
                        + ") IS TRUE AS selected, last_redrive IS NOT DISTINCT FROM ? AS tried"
                        + " FROM parked_event WHERE state = 'PARKED' AND topic = ? AND event_key = ?"
                        + " AND parked_id <= ? ORDER BY parked_id LIMIT ?";
        return query(
                sql,
                statement -> {
                    int at = run.selection().bind(statement, 1);
                    statement.setObject(at, run.id());
                    statement.setString(at + 1, key.topic());
                    statement.setString(at + 2, key.key());
                    statement.setLong(at + 3, run.endId());
                    statement.setInt(at + 4, limit);
                },
                ParkedRow::of);
    }

    /** How many of these events are parked and were not tried by the run. */
    long untried(RedriveRun run, List<Long> ids) {
        return query(
                        "SELECT count(*) FROM parked_event WHERE parked_id = ANY (?) AND state = 'PARKED'"
                                + " AND last_redrive IS DISTINCT FROM ?",
                        statement -> {
                            statement.setArray(1, bigints(statement, ids));
                            statement.setObject(2, run.id());
                        },
                        row -> row.getLong(1))
                .get(0);
    }

    /** The key of a parked event; empty when it is not parked (any more). */
    Optional<TopicKey> keyOf(long id) {
        return query(
                        "SELECT topic, event_key FROM parked_event"
                                + " WHERE parked_id = ? AND state = 'PARKED'",
                        statement -> statement.setLong(1, id),
                        row -> new TopicKey(row.getString(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    /** The events have been applied. */
    void redriven(RedriveRun run, List<Long> ids) {
        update(
                "UPDATE parked_event SET state = 'REDRIVEN', resolved_at = now(), resolved_by = ?, last_redrive = ?"
                        + " WHERE parked_id = ANY (?) AND state = 'PARKED'",
                statement -> {
                    statement.setString(1, run.requestedBy());
                    statement.setObject(2, run.id());
                    statement.setArray(3, bigints(statement, ids));
                });
    }

    /** The event was tried and stays parked, with the reason of this attempt. */
    void failedAgain(UUID redriveId, long id, ParkingReason reason) {
        update(
                "UPDATE parked_event SET attempts = attempts + 1, reason = ?, cause = ?, last_redrive = ?"
                        + " WHERE parked_id = ? AND state = 'PARKED'",
                statement -> {
                    statement.setString(1, reason.code());
                    statement.setString(2, reason.cause());
                    statement.setObject(3, redriveId);
                    statement.setLong(4, id);
                });
    }

    /** False when it was not parked any more. */
    boolean discard(long id, String by, String reason) {
        return update(
                        "UPDATE parked_event SET state = 'DISCARDED', resolved_at = now(), resolved_by = ?,"
                                + " resolution_reason = ? WHERE parked_id = ? AND state = 'PARKED'",
                        statement -> {
                            statement.setString(1, by);
                            statement.setString(2, reason);
                            statement.setLong(3, id);
                        })
                == 1;
    }

    private static Array bigints(PreparedStatement statement, List<Long> ids) throws SQLException {
        return statement.getConnection().createArrayOf("bigint", ids.toArray());
    }

    private <T> List<T> query(String sql, Binder binder, Mapper<T> mapper) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(mapper.map(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure("parked events could not be read", e);
        }
    }

    private int update(String sql, Binder binder) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("parked events could not be changed", e);
        }
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }
}
