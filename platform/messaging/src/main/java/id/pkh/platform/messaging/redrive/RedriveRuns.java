package id.pkh.platform.messaging.redrive;

import id.pkh.platform.messaging.failure.DatabaseFailure;
import id.pkh.platform.messaging.parking.TopicKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes the redrives in the database. */
@ApplicationScoped
class RedriveRuns {

    private static final String COLUMNS =
            "run_no, redrive_id, requested_by, requested_at, parked_ids, topic, event_key, event_type, reason,"
                    + " end_id, selected, position_id, following_topic, following_key, settled, redriven, failed, blocked, state, updated_at,"
                    + " finished_at, stopped_by";

    private final AgroalDataSource database;

    RedriveRuns(AgroalDataSource database) {
        this.database = database;
    }

    /** How many events a selection matches now. */
    long count(Selection selection) {
        return run(
                "SELECT count(*) FROM parked_event WHERE state = 'PARKED' AND "
                        + selection.condition(),
                statement -> {
                    selection.bind(statement, 1);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    /** Begins a redrive up to the newest event parked now; does nothing when the id is known. */
    void begin(UUID id, Selection selection, String by) {
        run(
                "INSERT INTO redrive (redrive_id, requested_by, parked_ids, topic, event_key, event_type, reason,"
                        + " end_id, selected) SELECT ?, ?, ?, ?, ?, ?, ?, newest.id,"
                        + " (SELECT count(*) FROM parked_event WHERE state = 'PARKED' AND parked_id <= newest.id AND "
                        + selection.condition()
                        + ") FROM (SELECT coalesce(max(parked_id), 0) AS id FROM parked_event) newest"
                        + " ON CONFLICT (redrive_id) DO NOTHING",
                statement -> {
                    statement.setObject(1, id);
                    statement.setString(2, by);
                    statement.setArray(
                            3,
                            selection.ids() == null
                                    ? null
                                    : statement
                                            .getConnection()
                                            .createArrayOf("bigint", selection.ids().toArray()));
                    statement.setString(4, selection.topic());
                    statement.setString(5, selection.key());
                    statement.setString(6, selection.type());
                    statement.setString(7, selection.reason());
                    selection.bind(statement, 8);
                    return statement.executeUpdate();
                });
    }

    Optional<RedriveRun> find(UUID id) {
        return first(
                "SELECT " + COLUMNS + " FROM redrive WHERE redrive_id = ?",
                statement -> statement.setObject(1, id));
    }

    /** The latest first, beginning below a run number. */
    List<RedriveRun> latest(long belowRunNo, int limit) {
        return run(
                "SELECT " + COLUMNS + " FROM redrive WHERE run_no < ? ORDER BY run_no DESC LIMIT ?",
                statement -> {
                    statement.setLong(1, belowRunNo);
                    statement.setInt(2, limit);
                    return read(statement);
                });
    }

    /**
     * The running redrive that has waited longest, locked until the transaction ends; redrives that
     * another worker has locked are skipped.
     */
    Optional<RedriveRun> takeNext() {
        return first(
                "SELECT "
                        + COLUMNS
                        + " FROM redrive WHERE state = 'RUNNING' ORDER BY updated_at LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED",
                statement -> {});
    }

    /** Locks a redrive until the transaction ends; empty when it is not running any more. */
    Optional<RedriveRun> take(UUID id) {
        return first(
                "SELECT "
                        + COLUMNS
                        + " FROM redrive WHERE redrive_id = ? AND state = 'RUNNING' FOR UPDATE",
                statement -> statement.setObject(1, id));
    }

    /** Moves the checkpoint, in the transaction of the effects; {@code following} may be null. */
    void move(UUID id, long positionId, TopicKey following, RedriveRun.Progress progress) {
        run(
                "UPDATE redrive SET position_id = ?, following_topic = ?, following_key = ?, settled = settled + ?, redriven = redriven + ?,"
                        + " failed = failed + ?, blocked = blocked + ?, updated_at = clock_timestamp()"
                        + " WHERE redrive_id = ?",
                statement -> {
                    statement.setLong(1, positionId);
                    statement.setString(2, following == null ? null : following.topic());
                    statement.setString(3, following == null ? null : following.key());
                    statement.setLong(4, progress.settled());
                    statement.setLong(5, progress.redriven());
                    statement.setLong(6, progress.failed());
                    statement.setLong(7, progress.blocked());
                    statement.setObject(8, id);
                    return statement.executeUpdate();
                });
    }

    /** False when the redrive had ended already. */
    boolean end(UUID id, RedriveRun.State state, String stoppedBy) {
        return run(
                "UPDATE redrive SET state = ?, finished_at = clock_timestamp(), stopped_by = ?,"
                        + " updated_at = clock_timestamp() WHERE redrive_id = ? AND state = 'RUNNING'",
                statement -> {
                    statement.setString(1, state.name());
                    statement.setString(2, stoppedBy);
                    statement.setObject(3, id);
                    return statement.executeUpdate() == 1;
                });
    }

    private Optional<RedriveRun> first(String sql, Binder binder) {
        return run(
                        sql,
                        statement -> {
                            binder.bind(statement);
                            return read(statement);
                        })
                .stream()
                .findFirst();
    }

    private static List<RedriveRun> read(PreparedStatement query) throws SQLException {
        List<RedriveRun> runs = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                runs.add(runOf(row));
            }
        }
        return runs;
    }

    private static RedriveRun runOf(ResultSet row) throws SQLException {
        Array ids = row.getArray("parked_ids");
        return new RedriveRun(
                row.getObject("redrive_id", UUID.class),
                row.getLong("run_no"),
                new Selection(
                        ids == null ? null : Arrays.asList((Long[]) ids.getArray()),
                        row.getString("topic"),
                        row.getString("event_key"),
                        row.getString("event_type"),
                        row.getString("reason")),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                RedriveRun.State.valueOf(row.getString("state")),
                row.getLong("end_id"),
                row.getLong("position_id"),
                followingOf(row),
                row.getLong("selected"),
                new RedriveRun.Progress(
                        row.getLong("settled"),
                        row.getLong("redriven"),
                        row.getLong("failed"),
                        row.getLong("blocked")),
                instant(row, "updated_at"),
                instant(row, "finished_at"),
                row.getString("stopped_by"));
    }

    private static TopicKey followingOf(ResultSet row) throws SQLException {
        String topic = row.getString("following_topic");
        return topic == null ? null : new TopicKey(topic, row.getString("following_key"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private <T> T run(String sql, Action<T> action) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return action.on(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure("redrives could not be read or written", e);
        }
    }

    private interface Action<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
