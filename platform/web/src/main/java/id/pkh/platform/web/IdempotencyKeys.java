package id.pkh.platform.web;

import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Database;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code idempotency_key}: stored responses by subject, path and key. */
@ApplicationScoped
@Unremovable
@Transactional(Transactional.TxType.MANDATORY)
class IdempotencyKeys {

    /** A stored response. */
    public record Answer(String bodySha256, int status, String body, String location) {}

    private final Database database;
    private final AdvisoryLocks locks;
    private final Clock clock;

    IdempotencyKeys(Database database, AdvisoryLocks locks, Clock clock) {
        this.database = database;
        this.locks = locks;
        this.clock = clock;
    }

    /** Locks the key until the transaction ends; false when another call holds it. */
    boolean lock(IdempotentRequest request) {
        return locks.tryTake(
                "idempotency_key:%s\n%s\n%s"
                        .formatted(request.subject(), request.path(), request.key()));
    }

    Optional<Answer> find(IdempotentRequest request) {
        return database.query(
                "SELECT body_sha256, status, body, location FROM idempotency_key"
                        + " WHERE subject = :subject AND path = :path AND key = :key",
                q -> bind(q, request).map(database.rowsAs(Answer.class)).findOne());
    }

    void store(IdempotentRequest request, Answer answer) {
        database.update(
                "INSERT INTO idempotency_key (subject, path, key, body_sha256, status, body, location,"
                        + " answered_at) VALUES (:subject, :path, :key, :bodySha256, :status, :body,"
                        + " :location, :answeredAt)",
                u -> bind(u, request).bindMethods(answer).bind("answeredAt", clock.instant()));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, IdempotentRequest request) {
        return statement
                .bind("subject", request.subject())
                .bind("path", request.path())
                .bind("key", request.key());
    }
}
