package id.pkh.platform.web;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** The table {@code idempotency_key}: answers by subject, path and key. */
@ApplicationScoped
@Unremovable
@Transactional(Transactional.TxType.MANDATORY)
class IdempotencyKeys {

    /** An answer that was given. */
    record Answer(String bodySha256, int status, String body, String location) {}

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String FIND =
            "SELECT body_sha256, status, body, location FROM idempotency_key"
                    + " WHERE subject = ? AND path = ? AND key = ?";
    private static final String STORE =
            "INSERT INTO idempotency_key (subject, path, key, body_sha256, status, body, location,"
                    + " answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject DataSource dataSource;
    @Inject Clock clock;

    /** Locks the key until the transaction ends; false when another call holds it. */
    boolean lock(IdempotentRequest request) {
        String name =
                "idempotency_key:%s\n%s\n%s"
                        .formatted(request.subject(), request.path(), request.key());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, name);
            try (ResultSet locked = lock.executeQuery()) {
                return locked.next() && locked.getBoolean(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an idempotency key was not locked", failed);
        }
    }

    Optional<Answer> find(IdempotentRequest request) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, request.subject());
            find.setString(2, request.path());
            find.setString(3, request.key());
            try (ResultSet row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Answer(
                                        row.getString(1),
                                        row.getInt(2),
                                        row.getString(3),
                                        row.getString(4)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an idempotency key was not looked up", failed);
        }
    }

    void store(IdempotentRequest request, Answer answer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setString(1, request.subject());
            store.setString(2, request.path());
            store.setString(3, request.key());
            store.setString(4, answer.bodySha256());
            store.setInt(5, answer.status());
            store.setString(6, answer.body());
            store.setString(7, answer.location());
            store.setTimestamp(8, Timestamp.from(clock.instant()));
            store.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("an answer was not stored", failed);
        }
    }
}
