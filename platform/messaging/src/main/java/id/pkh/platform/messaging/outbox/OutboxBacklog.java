package id.pkh.platform.messaging.outbox;

import id.pkh.platform.messaging.failure.DatabaseFailure;
import id.pkh.platform.messaging.metrics.LastGaugeValue;
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

/** How far the relay is behind: what is not yet published, for operators and in gauges. */
@Startup
@ApplicationScoped
public class OutboxBacklog {

    /**
     * The transaction id is part of the statement's text. With a literal the planner knows that
     * nearly all of the outbox lies before it; with a parameter it would read the whole outbox.
     */
    static final String PENDING_BY_SHARD =
            "SELECT s.shard, count(*), extract(epoch FROM now() - min(o.recorded_at))::bigint"
                    + " FROM outbox_shard s JOIN outbox o ON o.shard = s.shard AND o.xid >= s.relayed_to"
                    + " WHERE o.xid >= '%d' GROUP BY s.shard";

    private final AgroalDataSource database;
    private final LastGaugeValue pendingRows;
    private final List<LastGaugeValue> oldestAgeSeconds; // by shard
    private final LastGaugeValue oldestTransactionSeconds;

    OutboxBacklog(AgroalDataSource database, MeterRegistry meters) {
        this.database = database;
        this.pendingRows = LastGaugeValue.of(meters, "outbox_pending_rows");
        this.oldestAgeSeconds =
                IntStream.range(0, Outbox.SHARDS)
                        .mapToObj(
                                shard ->
                                        LastGaugeValue.of(
                                                meters,
                                                "outbox_oldest_age_seconds",
                                                "shard",
                                                Integer.toString(shard)))
                        .toList();
        this.oldestTransactionSeconds = LastGaugeValue.of(meters, "pg_oldest_xact_age_seconds");
    }

    /** What is pending; a shard that is missing has nothing to send. */
    public record Pending(long rows, Map<Integer, Long> ageSecondsByShard) {

        public Pending {
            ageSecondsByShard = Collections.unmodifiableMap(ageSecondsByShard);
        }

        public long oldestAgeSeconds() {
            return ageSecondsByShard.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }

    public Pending pending() {
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
            return new Pending(pending, ages);
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    @Scheduled(every = "5s", delayed = "2s")
    void refreshGauges() {
        try {
            readGauges();
        } catch (DatabaseFailure away) {
            pendingRows.unknown();
            oldestAgeSeconds.forEach(LastGaugeValue::unknown);
            oldestTransactionSeconds.unknown();
            throw away;
        }
    }

    private void readGauges() {
        Pending pending = pending();
        pendingRows.set(pending.rows());
        for (int shard = 0; shard < Outbox.SHARDS; shard++) {
            oldestAgeSeconds.get(shard).set(pending.ageSecondsByShard().getOrDefault(shard, 0L));
        }
        oldestTransactionSeconds.set(
                number(
                        "SELECT coalesce(max(extract(epoch FROM now() - xact_start)), 0)::bigint"
                                + " FROM pg_stat_activity WHERE backend_xid IS NOT NULL"));
    }

    private long number(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    private static DatabaseFailure unread(SQLException e) {
        return new DatabaseFailure("the backlog of the outbox could not be read", e);
    }
}
