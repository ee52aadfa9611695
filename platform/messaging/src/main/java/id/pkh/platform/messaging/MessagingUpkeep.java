package id.pkh.platform.messaging;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Looks after the messaging tables: partitions ahead of time, old inbox rows, and the gauges people
 * watch.
 */
@ApplicationScoped
class MessagingUpkeep {

    private static final int PURGE_ROWS = 10_000;
    private static final int PURGE_ROUNDS = 1_000;

    private final AgroalDataSource database;
    private final MessagingConfig config;
    private final LastReading pendingRows;
    private final LastReading oldestAgeSeconds;
    private final LastReading oldestTransactionSeconds;

    MessagingUpkeep(AgroalDataSource database, MessagingConfig config, MeterRegistry meters) {
        this.database = database;
        this.config = config;
        this.pendingRows = LastReading.of(meters, "outbox_pending_rows");
        this.oldestAgeSeconds = LastReading.of(meters, "outbox_oldest_age_seconds");
        this.oldestTransactionSeconds = LastReading.of(meters, "pg_oldest_xact_age_seconds");
    }

    /** How far the outbox is behind. */
    record OutboxState(long pendingRows, long oldestAgeSeconds) {}

    OutboxState outboxState() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT count(*), coalesce(extract(epoch FROM now() - min(o.recorded_at)), 0)::bigint"
                                        + " FROM outbox_shard s JOIN outbox o"
                                        + " ON o.shard = s.shard AND o.xid >= s.relayed_to"
                                        + " WHERE o.xid >= (SELECT min(relayed_to::text::bigint)::text::xid8 FROM outbox_shard)");
                ResultSet row = query.executeQuery()) {
            row.next();
            return new OutboxState(row.getLong(1), Math.max(0, row.getLong(2)));
        }
    }

    @Scheduled(every = "5s", delayed = "2s")
    void refreshGauges() throws SQLException {
        try {
            readGauges();
        } catch (SQLException away) {
            pendingRows.unknown();
            oldestAgeSeconds.unknown();
            oldestTransactionSeconds.unknown();
            throw away;
        }
    }

    private void readGauges() throws SQLException {
        OutboxState state = outboxState();
        pendingRows.set(state.pendingRows());
        oldestAgeSeconds.set(state.oldestAgeSeconds());
        oldestTransactionSeconds.set(
                number(
                        "SELECT coalesce(max(extract(epoch FROM now() - xact_start)), 0)::bigint"
                                + " FROM pg_stat_activity WHERE backend_xid IS NOT NULL"));
    }

    @Scheduled(every = "24h", delayed = "30s")
    void ensurePartitions() throws SQLException {
        number("SELECT 1 FROM ensure_month_partitions('outbox', current_date, 3)");
    }

    @Scheduled(every = "24h", delayed = "60s")
    void purgeInbox() throws SQLException {
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

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
