package id.pkh.registry.notification.sending;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.RegistryConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Deletes old notifications and messages in small transactions. */
@ApplicationScoped
class NotificationUpkeep {

    private static final int PURGE_ROWS = 10_000;
    private static final int PURGE_ROUNDS = 1_000;

    private static final List<String> PURGES =
            List.of(
                    "DELETE FROM notification WHERE notification_id IN (SELECT notification_id"
                            + " FROM notification WHERE queued_at < :before"
                            + " AND state NOT IN ('QUEUED', 'FAILED') LIMIT :rows)",
                    "DELETE FROM message WHERE message_id IN (SELECT message_id FROM message m"
                            + " WHERE settled_at < :before AND NOT EXISTS (SELECT FROM notification n"
                            + " WHERE n.message_id = m.message_id) LIMIT :rows)");

    private final Database database;
    private final Clock clock;
    private final RegistryConfig config;

    NotificationUpkeep(Database database, Clock clock, RegistryConfig config) {
        this.database = database;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "24h", delayed = "90s")
    void purge() {
        Instant before =
                BusinessDates.today(clock)
                        .minus(config.notifications().retention())
                        .atStartOfDay(BusinessDates.ZONE)
                        .toInstant();
        PURGES.forEach(statement -> purge(statement, before));
    }

    private void purge(String statement, Instant before) {
        int deleted = PURGE_ROWS;
        for (int round = 0; round < PURGE_ROUNDS && deleted == PURGE_ROWS; round++) {
            deleted =
                    database.update(
                            statement, u -> u.bind("before", before).bind("rows", PURGE_ROWS));
        }
    }
}
