package id.pkh.platform.messaging.relay;

import id.pkh.platform.messaging.outbox.Outbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.TreeMap;

/**
 * Which shards of the outbox this relay owns. A shard has one owner at a time, for as long as it
 * renews its lease; the epoch rises with each new owner, so that a relay whose lease expired cannot
 * move the checkpoint any more.
 */
final class RelayLeases {

    /** A shard held, and up to which transaction id (exclusive) it has been relayed. */
    record Held(long epoch, long relayedTo) {}

    private final String owner;
    private final Duration duration;

    RelayLeases(String owner, Duration duration) {
        this.owner = owner;
        this.duration = duration;
    }

    Duration duration() {
        return duration;
    }

    /** Renews what is held, takes free shards up to a fair share, gives back those above it. */
    TreeMap<Integer, Held> renew(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            int share = fairShare(connection);
            update(
                    connection,
                    "UPDATE outbox_shard SET leased_until = clock_timestamp() + make_interval(secs => ?)"
                            + " WHERE owner = ? AND leased_until > clock_timestamp()",
                    seconds(),
                    owner);
            int held = count(connection);
            if (held < share) {
                update(
                        connection,
                        "UPDATE outbox_shard SET owner = ?, epoch = epoch + 1,"
                                + " leased_until = clock_timestamp() + make_interval(secs => ?)"
                                + " WHERE shard IN (SELECT shard FROM outbox_shard"
                                + " WHERE leased_until <= clock_timestamp() ORDER BY shard LIMIT ?"
                                + " FOR UPDATE SKIP LOCKED)",
                        owner,
                        seconds(),
                        share - held);
            } else if (held > share) {
                update(
                        connection,
                        "UPDATE outbox_shard SET owner = NULL, leased_until = '-infinity'"
                                + " WHERE shard IN (SELECT shard FROM outbox_shard WHERE owner = ?"
                                + " ORDER BY shard DESC LIMIT ?)",
                        owner,
                        held - share);
            }
            TreeMap<Integer, Held> shards = read(connection);
            connection.commit();
            return shards;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Moves the checkpoint of every held shard; false when one of them has been lost. */
    boolean advance(Connection connection, TreeMap<Integer, Held> shards, long relayedTo)
            throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE outbox_shard SET relayed_to = ?::text::xid8 WHERE owner = ?"
                                + " AND (shard, epoch) IN (SELECT * FROM unnest(?::smallint[], ?::bigint[]))")) {
            update.setString(1, Long.toString(relayedTo));
            update.setString(2, owner);
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "smallint",
                            shards.keySet().stream().map(Integer::shortValue).toArray()));
            update.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", shards.values().stream().map(Held::epoch).toArray()));
            int moved = update.executeUpdate();
            if (moved == shards.size()) {
                connection.commit();
                return true;
            }
            connection.rollback();
            return false;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    void release(Connection connection) throws SQLException {
        update(
                connection,
                "UPDATE outbox_shard SET owner = NULL, leased_until = '-infinity' WHERE owner = ?",
                owner);
        update(connection, "DELETE FROM outbox_relay WHERE owner = ?", owner);
    }

    private int fairShare(Connection connection) throws SQLException {
        update(
                connection,
                "INSERT INTO outbox_relay (owner, seen_at) VALUES (?, clock_timestamp())"
                        + " ON CONFLICT (owner) DO UPDATE SET seen_at = excluded.seen_at",
                owner);
        update(
                connection,
                "DELETE FROM outbox_relay WHERE seen_at < clock_timestamp() - make_interval(secs => ?)",
                seconds());
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT count(*) FROM outbox_relay");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            int relays = Math.max(1, rows.getInt(1));
            return (Outbox.SHARDS + relays - 1) / relays;
        }
    }

    private double seconds() {
        return duration.toMillis() / 1_000.0;
    }

    private int count(Connection connection) throws SQLException {
        return read(connection).size();
    }

    private TreeMap<Integer, Held> read(Connection connection) throws SQLException {
        TreeMap<Integer, Held> shards = new TreeMap<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT shard, epoch, relayed_to::text FROM outbox_shard"
                                + " WHERE owner = ? AND leased_until > clock_timestamp()")) {
            query.setString(1, owner);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    shards.put(
                            rows.getInt(1),
                            new Held(rows.getLong(2), Long.parseLong(rows.getString(3))));
                }
            }
        }
        return shards;
    }

    private static void update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
