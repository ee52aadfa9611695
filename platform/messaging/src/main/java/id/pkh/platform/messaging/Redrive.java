package id.pkh.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gives parked events another try, key by key and in order. It goes up to the newest event parked
 * when it started, so events that fail again cannot keep it going; and an event is tried only when
 * nothing of its key is parked before it.
 */
@ApplicationScoped
public class Redrive {

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    /**
     * What to redrive; null means any.
     *
     * @param ids parked ids, or null
     */
    public record Selection(List<Long> ids, String topic, String key, String type, String reason) {}

    /**
     * What came of it.
     *
     * @param redriven applied now
     * @param failed tried and parked again
     * @param blocked not tried, since an earlier event of the same key stays parked
     * @param selected events the selection matched
     */
    public record Outcome(long selected, long redriven, long failed, long blocked) {}

    private record Parked(long id, String topic, String key) {}

    private final AgroalDataSource database;
    private final EventReader reader;
    private final Parking parking;
    private final OperatorActions actions;

    Redrive(
            AgroalDataSource database,
            EventReader reader,
            Parking parking,
            OperatorActions actions) {
        this.database = database;
        this.reader = reader;
        this.parking = parking;
        this.actions = actions;
    }

    /** How many events a selection matches now. */
    public long count(Selection selection) {
        return select(selection, Long.MAX_VALUE).size();
    }

    public Outcome redrive(Selection selection, String by) {
        long end = newestParked();
        List<Parked> selected = select(selection, end);
        Set<Long> ids = selected.stream().map(Parked::id).collect(Collectors.toSet());
        long redriven = 0;
        long failed = 0;
        for (Parked key : selected.stream().filter(distinctKeys()).toList()) {
            for (; ; ) {
                OptionalLong next = firstOfKey(key.topic(), key.key(), end);
                if (next.isEmpty() || !mayTry(next.getAsLong(), ids)) {
                    break;
                }
                Attempt attempt = attempt(next.getAsLong(), by);
                if (attempt == Attempt.APPLIED) {
                    redriven++;
                } else if (attempt == Attempt.FAILED) {
                    failed++;
                    break;
                }
            }
        }
        long stillParked = select(selection, end).size();
        Outcome outcome =
                new Outcome(selected.size(), redriven, failed, Math.max(0, stillParked - failed));
        actions.record(by, "REDRIVE", selection, outcome);
        return outcome;
    }

    /** Events that only waited behind another follow it by themselves. */
    private boolean mayTry(long id, Set<Long> selected) {
        return selected.contains(id) || isWaitingBehind(id);
    }

    private enum Attempt {
        APPLIED,
        FAILED,
        GONE
    }

    private Attempt attempt(long id, String by) {
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(120)
                    .call(() -> applyLocked(id, by) ? Attempt.APPLIED : Attempt.GONE);
        } catch (RuntimeException failure) {
            if (TransientFailures.isTransient(failure)) {
                throw failure;
            }
            QuarkusTransaction.requiringNew().run(() -> countAttempt(id, failure));
            return Attempt.FAILED;
        }
    }

    private boolean applyLocked(long id, String by) {
        ConsumerRecord<String, byte[]> message = load(id);
        if (message == null) {
            return false;
        }
        parking.lock(message.topic(), message.key() == null ? "" : message.key());
        if (!resolve(id, "REDRIVEN", by, null)) {
            return false;
        }
        Delivery delivery = reader.read(message);
        if (delivery.isPoison()) {
            throw delivery.poison();
        }
        if (!delivery.isIgnored()) {
            EventIntake.hand(delivery.subscription(), List.of(delivery));
        }
        return true;
    }

    /** Gives up an event, with the reason; what waited behind it can be redriven then. */
    public boolean discard(long id, String by, String reason) {
        boolean discarded =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    ConsumerRecord<String, byte[]> message = load(id);
                                    if (message == null) {
                                        return false;
                                    }
                                    parking.lock(
                                            message.topic(),
                                            message.key() == null ? "" : message.key());
                                    return resolve(id, "DISCARDED", by, reason);
                                });
        if (discarded) {
            actions.record(by, "DISCARD", Map.of("parked_id", id, "reason", reason), "DISCARDED");
        }
        return discarded;
    }

    private Predicate<Parked> distinctKeys() {
        Set<String> seen = new HashSet<>();
        return p -> seen.add(p.topic() + '\n' + p.key());
    }

    private long newestParked() {
        return query(
                "SELECT coalesce(max(parked_id), 0) FROM parked_event",
                statement -> {},
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    private List<Parked> select(Selection s, long end) {
        return query(
                "SELECT parked_id, topic, event_key FROM parked_event WHERE state = 'PARKED' AND parked_id <= ?"
                        + " AND (?::bigint[] IS NULL OR parked_id = ANY (?::bigint[]))"
                        + " AND (?::text IS NULL OR topic = ?) AND (?::text IS NULL OR event_key = ?)"
                        + " AND (?::text IS NULL OR event_type = ?) AND (?::text IS NULL OR reason = ?)"
                        + " ORDER BY parked_id",
                statement -> {
                    Array ids =
                            s.ids() == null
                                    ? null
                                    : statement
                                            .getConnection()
                                            .createArrayOf("bigint", s.ids().toArray());
                    statement.setLong(1, end);
                    statement.setArray(2, ids);
                    statement.setArray(3, ids);
                    String[] texts = {s.topic(), s.key(), s.type(), s.reason()};
                    for (int i = 0; i < texts.length; i++) {
                        statement.setString(4 + 2 * i, texts[i]);
                        statement.setString(5 + 2 * i, texts[i]);
                    }
                },
                rows -> {
                    List<Parked> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(
                                new Parked(rows.getLong(1), rows.getString(2), rows.getString(3)));
                    }
                    return found;
                });
    }

    private OptionalLong firstOfKey(String topic, String key, long end) {
        return query(
                "SELECT parked_id FROM parked_event WHERE state = 'PARKED' AND topic = ? AND event_key = ?"
                        + " AND parked_id <= ? ORDER BY parked_id LIMIT 1",
                statement -> {
                    statement.setString(1, topic);
                    statement.setString(2, key);
                    statement.setLong(3, end);
                },
                rows -> rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty());
    }

    private boolean isWaitingBehind(long id) {
        return query(
                "SELECT 1 FROM parked_event WHERE parked_id = ? AND state = 'PARKED' AND reason = ?",
                statement -> {
                    statement.setLong(1, id);
                    statement.setString(2, Parking.BEHIND);
                },
                ResultSet::next);
    }

    private ConsumerRecord<String, byte[]> load(long id) {
        return query(
                "SELECT topic, record_partition, record_offset, event_key, headers, payload FROM parked_event"
                        + " WHERE parked_id = ? AND state = 'PARKED'",
                statement -> statement.setLong(1, id),
                rows -> rows.next() ? messageOf(rows) : null);
    }

    private static ConsumerRecord<String, byte[]> messageOf(ResultSet row) throws SQLException {
        String key = row.getString(4);
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        key.isEmpty() ? null : key,
                        row.getBytes(6));
        try {
            WireFormat.mapper()
                    .readValue(row.getString(5), STRINGS)
                    .forEach(
                            (name, value) ->
                                    message.headers()
                                            .add(name, value.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored headers are not JSON", e);
        }
        return message;
    }

    private boolean resolve(long id, String state, String by, String reason) {
        return update(
                        "UPDATE parked_event SET state = ?, resolved_at = now(), resolved_by = ?,"
                                + " resolution_reason = ? WHERE parked_id = ? AND state = 'PARKED'",
                        statement -> {
                            statement.setString(1, state);
                            statement.setString(2, by);
                            statement.setString(3, reason);
                            statement.setLong(4, id);
                        })
                == 1;
    }

    private void countAttempt(long id, RuntimeException failure) {
        update(
                "UPDATE parked_event SET attempts = attempts + 1, reason = ?, cause = ?"
                        + " WHERE parked_id = ? AND state = 'PARKED'",
                statement -> {
                    statement.setString(1, Parking.reasonOf(failure));
                    statement.setString(2, Parking.causeOf(failure));
                    statement.setLong(3, id);
                });
    }

    private <T> T query(String sql, Binder binder, Mapper<T> mapper) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return mapper.map(rows);
            }
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
        T map(ResultSet rows) throws SQLException;
    }
}
