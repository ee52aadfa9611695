package id.pkh.platform.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The parked events as a redrive and a discard read and change them. */
@ApplicationScoped
class ParkedTable {

    /** A topic and a key: within it, order counts. */
    record TopicKey(String topic, String key) implements Comparable<TopicKey> {

        @Override
        public int compareTo(TopicKey other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic == 0 ? key.compareTo(other.key) : byTopic;
        }
    }

    record Place(long id, TopicKey key) {}

    private final AgroalDataSource database;

    ParkedTable(AgroalDataSource database) {
        this.database = database;
    }

    /** The next events of a run's selection, in the order they were parked. */
    List<Place> page(RedriveRun run, int limit) {
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
                row -> new Place(row.getLong(1), new TopicKey(row.getString(2), row.getString(3))));
    }

    /** What is parked under a key, the oldest first, up to the run's end. */
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

    /** Of these, how many are parked and were not tried by the run. */
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

    /** Where a parked event belongs; empty when it is not parked (any more). */
    List<TopicKey> keyOf(long id) {
        return query(
                "SELECT topic, event_key FROM parked_event WHERE parked_id = ? AND state = 'PARKED'",
                statement -> statement.setLong(1, id),
                row -> new TopicKey(row.getString(1), row.getString(2)));
    }

    /** They have been applied. */
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

    /** It was tried and stays parked, with the reason of this time. */
    void failedAgain(UUID redriveId, long id, RuntimeException failure) {
        update(
                "UPDATE parked_event SET attempts = attempts + 1, reason = ?, cause = ?, last_redrive = ?"
                        + " WHERE parked_id = ? AND state = 'PARKED'",
                statement -> {
                    statement.setString(1, Parking.reasonOf(failure));
                    statement.setString(2, Parking.causeOf(failure));
                    statement.setObject(3, redriveId);
                    statement.setLong(4, id);
                });
    }

    /** False when it was not parked any more. */
    boolean discard(long id, String by, String because) {
        return update(
                        "UPDATE parked_event SET state = 'DISCARDED', resolved_at = now(), resolved_by = ?,"
                                + " resolution_reason = ? WHERE parked_id = ? AND state = 'PARKED'",
                        statement -> {
                            statement.setString(1, by);
                            statement.setString(2, because);
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
