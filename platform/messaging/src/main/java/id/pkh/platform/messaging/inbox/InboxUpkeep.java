package id.pkh.platform.messaging.inbox;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.persistence.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes the ids of events that are older than any topic keeps. */
@ApplicationScoped
class InboxUpkeep {

    private static final int PURGE_ROWS = 10_000;
    private static final int PURGE_ROUNDS = 1_000;

    private final Database database;
    private final MessagingConfig config;

    InboxUpkeep(Database database, MessagingConfig config) {
        this.database = database;
        this.config = config;
    }

    /** In small transactions, so that no consumer waits. */
    @Scheduled(every = "24h", delayed = "60s")
    void purge() {
        long retentionSeconds = config.inbox().retention().toSeconds();
        int deleted = PURGE_ROWS;
        for (int round = 0; round < PURGE_ROUNDS && deleted == PURGE_ROWS; round++) {
            deleted =
                    database.update(
                            "DELETE FROM inbox WHERE event_id IN (SELECT event_id FROM inbox"
                                    + " WHERE received_at < now() - make_interval(secs => :retention)"
                                    + " LIMIT :rows)",
                            u -> u.bind("retention", retentionSeconds).bind("rows", PURGE_ROWS));
        }
    }
}
