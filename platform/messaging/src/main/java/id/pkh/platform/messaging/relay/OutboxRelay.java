package id.pkh.platform.messaging.relay;

import id.pkh.platform.messaging.MessagingConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/**
 * Publishes the outbox to Kafka, in order and without a gap.
 *
 * <p>It reads in windows of transactions: everything from the checkpoint up to the oldest
 * transaction that is still open. A transaction that commits late is therefore in a later window
 * and cannot be skipped; and since an aggregate's row is locked before its event is written, the
 * ids inside and across windows are in the order of each key. After a crash a window is sent again,
 * with the same event ids; consumers drop those that they know.
 *
 * <p>Not thread-safe: one thread calls it.
 */
public final class OutboxRelay {

    /** A test can stop the relay here, between the broker's acknowledgement and the checkpoint. */
    interface AfterAcknowledgement {
        void reached() throws InterruptedException;
    }

    /** Upper end of the window when no shard is further than the others. */
    private static final long NEVER = Long.MAX_VALUE;

    /** Rows sent between two checks whether the leases must be renewed. */
    private static final int ROWS_BETWEEN_LEASE_CHECKS = 1_000;

    /**
     * How far the window reaches and which ids are in it. The rows are counted as well: with min
     * and max alone the planner would search the whole outbox for them.
     */
    private static final String NEXT_WINDOW =
            "SELECT hi::text, count(id), min(id), max(id)"
                    + " FROM (SELECT LEAST(pg_snapshot_xmin(pg_current_snapshot()), ?::text::xid8) AS hi) w"
                    + " LEFT JOIN outbox o ON o.xid >= ?::text::xid8 AND o.xid < hi GROUP BY hi";

    private final DataSource database;
    private final Producer<String, byte[]> producer;
    private final RelayLeases leases;
    private final String source;
    private final AfterAcknowledgement afterAcknowledgement;

    private TreeMap<Integer, RelayLeases.Held> shards = new TreeMap<>();
    private long renewedAt;
    private final AtomicReference<Exception> sendFailure = new AtomicReference<>();
    private final Callback onAcknowledgement =
            (metadata, failure) -> {
                if (failure != null) {
                    sendFailure.compareAndSet(null, failure);
                }
            };

    /** The relay of one process, according to the configuration of the service. */
    public static OutboxRelay of(
            DataSource database,
            Producer<String, byte[]> producer,
            String owner,
            MessagingConfig config) {
        return new OutboxRelay(
                database,
                producer,
                new RelayLeases(owner, config.relay().lease()),
                "/pkh/" + config.service() + "-service",
                () -> {});
    }

    OutboxRelay(
            DataSource database,
            Producer<String, byte[]> producer,
            RelayLeases leases,
            String source,
            AfterAcknowledgement afterAcknowledgement) {
        this.database = database;
        this.producer = producer;
        this.leases = leases;
        this.source = source;
        this.afterAcknowledgement = afterAcknowledgement;
    }

    /**
     * Renews the leases when a third of their duration is over; returns the shards that are held.
     */
    Set<Integer> keepLeases() throws SQLException {
        if (shards.isEmpty() || leasesAreDue()) {
            renewLeases();
        }
        return Set.copyOf(shards.keySet());
    }

    /** Renews the leases; returns how many shards this relay owns now. */
    public int renewLeases() throws SQLException {
        renewedAt = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            shards = leases.renew(connection);
            return shards.size();
        }
    }

    public void release() throws SQLException {
        try (Connection connection = database.getConnection()) {
            leases.release(connection);
            shards.clear();
        }
    }

    /**
     * Sends one window: the rows of the shards that are furthest behind, up to the point where the
     * next shards start.
     *
     * @return records sent; 0 when there was nothing to send
     * @throws KafkaException when the broker did not accept a record: the caller must abandon the
     *     producer with the records that it still holds; a new producer sends the window again from
     *     its start
     */
    public long relayWindow() throws SQLException, InterruptedException {
        if (shards.isEmpty()) {
            return 0;
        }
        long from = relayedTo().min().orElseThrow();
        long limit = relayedTo().filter(to -> to > from).min().orElse(NEVER);
        TreeMap<Integer, RelayLeases.Held> behind = new TreeMap<>(shards);
        behind.values().removeIf(held -> held.relayedTo() > from);
        try (Connection connection = database.getConnection()) {
            OutboxWindow.Bounds bounds = nextWindow(connection, from, limit);
            if (bounds == null) {
                if (limit < NEVER) {
                    advance(connection, behind, limit);
                }
                return 0;
            }
            long sent = send(connection, bounds, behind);
            producer.flush(); // lasts as long as the broker is unavailable
            failIfRefused();
            if (sent > 0) {
                afterAcknowledgement.reached();
            }
            advance(connection, behind, bounds.toTransaction());
            return sent;
        }
    }

    private LongStream relayedTo() {
        return shards.values().stream().mapToLong(RelayLeases.Held::relayedTo);
    }

    private static OutboxWindow.Bounds nextWindow(Connection connection, long from, long limit)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEXT_WINDOW)) {
            query.setString(1, Long.toString(limit));
            query.setString(2, Long.toString(from));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(2) == 0
                        ? null
                        : new OutboxWindow.Bounds(
                                row.getLong(3),
                                row.getLong(4),
                                from,
                                Long.parseLong(row.getString(1)));
            }
        }
    }

    /**
     * Stops at the first record that is not accepted: records sent after it would reach the log
     * before it, since the window is sent again from its start.
     */
    private long send(
            Connection connection,
            OutboxWindow.Bounds bounds,
            TreeMap<Integer, RelayLeases.Held> behind)
            throws SQLException {
        sendFailure.set(null);
        long sent = 0;
        try (OutboxWindow window = new OutboxWindow(connection, bounds, behind.keySet(), source)) {
            while (window.next()) {
                if (behind.containsKey(window.shard())) {
                    producer.send(window.message(), onAcknowledgement);
                    failIfRefused();
                    sent++;
                }
                if (sent % ROWS_BETWEEN_LEASE_CHECKS == 0) {
                    dropLostShards(behind);
                }
            }
        }
        return sent;
    }

    /** Checked within a long window too: the new owner of a lost shard sends its rows. */
    private void dropLostShards(TreeMap<Integer, RelayLeases.Held> behind) throws SQLException {
        if (leasesAreDue()) {
            renewLeases();
            behind.keySet().retainAll(shards.keySet());
        }
    }

    private boolean leasesAreDue() {
        return System.nanoTime() - renewedAt >= leases.duration().toNanos() / 3;
    }

    private void failIfRefused() {
        Exception failure = sendFailure.get();
        if (failure != null) {
            throw failure instanceof KafkaException kafka ? kafka : new KafkaException(failure);
        }
    }

    private void advance(
            Connection connection, TreeMap<Integer, RelayLeases.Held> behind, long relayedTo)
            throws SQLException {
        if (leases.advance(connection, behind, relayedTo)) {
            behind.forEach(
                    (shard, held) ->
                            shards.put(shard, new RelayLeases.Held(held.epoch(), relayedTo)));
        } else {
            shards.clear();
        }
    }
}
