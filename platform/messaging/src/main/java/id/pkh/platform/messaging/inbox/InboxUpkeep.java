package id.pkh.platform.messaging.inbox;

import id.pkh.platform.messaging.MessagingConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Deletes the ids of events that are older than any topic keeps. */
@ApplicationScoped
class InboxUpkeep {

    private static final int PURGE_ROWS = 10_000;
    private static final int PURGE_ROUNDS = 1_000;

    private final AgroalDataSource database;
    private final MessagingConfig config;

    InboxUpkeep(AgroalDataSource database, MessagingConfig config) {
        this.database = database;
        this.config = config;
    }

    @Scheduled(every = "24h", delayed = "60s")
    void purge() throws SQLException {
        for (int round = 0; round < PURGE_ROUNDS; round++) {
            try (Connection connection = database.getConnection();
                    PreparedStatement purge =
                            connection.prepareStatement(
                                    "DELETE FROM inbox WHERE event_id IN (SELECT event_id FROM inbox"
                                            + " WHERE received_at < now() - make_interval(days => ?) LIMIT ?)")) {
                purge.setInt(1, config.inbox().retentionDays());
                purge.setInt(2, PURGE_ROWS);
                if (purge.executeUpdate() < PURGE_ROWS) {
                    return;
                }
            }
        }
    }
}
