package id.pkh.platform.messaging.outbox;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.DatabaseFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final Database database;
    private final LastGaugeValue pendingRows;
    private final List<LastGaugeValue> oldestAgeSeconds; // by shard
    private final LastGaugeValue oldestTransactionSeconds;

    OutboxBacklog(Database database, MeterRegistry meters) {
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

        private Pending plus(int shard, long pendingRows, long ageSeconds) {
            Map<Integer, Long> ages = new TreeMap<>(ageSecondsByShard);
            ages.put(shard, Math.max(0, ageSeconds));
            return new Pending(rows + pendingRows, ages);
        }

        public long oldestAgeSeconds() {
            return ageSecondsByShard.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }

    public Pending pending() {
        long from = number("SELECT min(relayed_to::text::bigint) FROM outbox_shard");
        return database.query(
                PENDING_BY_SHARD.formatted(from),
                query ->
                        query.reduceRows(
                                new Pending(0, Map.of()),
                                (sum, row) ->
                                        sum.plus(
                                                row.getColumn(1, Integer.class),
                                                row.getColumn(2, Long.class),
                                                row.getColumn(3, Long.class))));
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
        return database.query(sql, query -> query.mapTo(Long.class).one());
    }
}
