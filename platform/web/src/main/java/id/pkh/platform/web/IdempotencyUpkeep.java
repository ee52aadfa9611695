package id.pkh.platform.web;

import id.pkh.platform.persistence.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Deletes stored responses that are past their retention. */
@ApplicationScoped
class IdempotencyUpkeep {

    private static final int PURGE_ROWS = 10_000;
    private static final int PURGE_ROUNDS = 1_000;

    private final Database database;
    private final WebConfig config;
    private final Clock clock;

    IdempotencyUpkeep(Database database, WebConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** In small transactions, so that no request waits. */
    @Scheduled(every = "24h", delayed = "60s")
    void purge() {
        Instant until = clock.instant().minus(config.idempotency().retention());
        int deleted = PURGE_ROWS;
        for (int round = 0; round < PURGE_ROUNDS && deleted == PURGE_ROWS; round++) {
            deleted =
                    database.update(
                            "DELETE FROM idempotency_key WHERE (subject, path, key) IN"
                                    + " (SELECT subject, path, key FROM idempotency_key"
                                    + " WHERE answered_at < :until LIMIT :rows)",
                            u -> u.bind("until", until).bind("rows", PURGE_ROWS));
        }
    }
}
