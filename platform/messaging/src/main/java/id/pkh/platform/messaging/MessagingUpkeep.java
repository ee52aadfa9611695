package id.pkh.platform.messaging;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Looks after the messaging tables: partitions ahead of time, old inbox rows, and the gauges people
 * watch.
 */
@Startup
@ApplicationScoped
class MessagingUpkeep {

    private static final int PURGE_ROWS = 10_000;
    private static final int PURGE_ROUNDS = 1_000;

    /**
     * The transaction stands in the text: of a number that it knows the planner sees that nearly
     * all of the outbox lies before it, and of any other it would read the whole outbox.
     */
    static final String PENDING_BY_SHARD =
            "SELECT s.shard, count(*), extract(epoch FROM now() - min(o.recorded_at))::bigint"
                    + " FROM outbox_shard s JOIN outbox o ON o.shard = s.shard AND o.xid >= s.relayed_to"
                    + " WHERE o.xid >= '%d' GROUP BY s.shard";

    private final AgroalDataSource database;
    private final MessagingConfig config;
    private final LastReading pendingRows;
    private final List<LastReading> oldestAgeSeconds; // by shard
    private final LastReading oldestTransactionSeconds;

    MessagingUpkeep(AgroalDataSource database, MessagingConfig config, MeterRegistry meters) {
        this.database = database;
        this.config = config;
        this.pendingRows = LastReading.of(meters, "outbox_pending_rows");
        this.oldestAgeSeconds =
                IntStream.range(0, Outbox.SHARDS)
                        .mapToObj(
                                shard ->
                                        LastReading.of(
                                                meters,
                                                "outbox_oldest_age_seconds",
                                                "shard",
                                                Integer.toString(shard)))
                        .toList();
        this.oldestTransactionSeconds = LastReading.of(meters, "pg_oldest_xact_age_seconds");
    }

    /** How far the outbox is behind; a shard that is missing has nothing to send. */
    record OutboxState(long pendingRows, Map<Integer, Long> ageSecondsByShard) {

        OutboxState {
            ageSecondsByShard = Collections.unmodifiableMap(ageSecondsByShard);
        }

        long oldestAgeSeconds() {
            return ageSecondsByShard.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }

    OutboxState outboxState() throws SQLException {
        long from = number("SELECT min(relayed_to::text::bigint) FROM outbox_shard");
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(PENDING_BY_SHARD.formatted(from));
                ResultSet row = query.executeQuery()) {
            long pending = 0;
            Map<Integer, Long> ages = new TreeMap<>();
            while (row.next()) {
                pending += row.getLong(2);
                ages.put(row.getInt(1), Math.max(0, row.getLong(3)));
            }
            return new OutboxState(pending, ages);
        }
    }

    @Scheduled(every = "5s", delayed = "2s")
    void refreshGauges() throws SQLException {
        try {
            readGauges();
        } catch (SQLException away) {
            pendingRows.unknown();
            oldestAgeSeconds.forEach(LastReading::unknown);
            oldestTransactionSeconds.unknown();
            throw away;
        }
    }

    private void readGauges() throws SQLException {
        OutboxState state = outboxState();
        pendingRows.set(state.pendingRows());
        for (int shard = 0; shard < Outbox.SHARDS; shard++) {
            oldestAgeSeconds.get(shard).set(state.ageSecondsByShard().getOrDefault(shard, 0L));
        }
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
