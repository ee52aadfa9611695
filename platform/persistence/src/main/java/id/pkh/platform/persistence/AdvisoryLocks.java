package id.pkh.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Locks that do not belong to a row. A lock has a name, such as {@code "meeting.group-forming"}. If
 * several things of a kind have a lock each, the name contains the thing: {@code "file:" + sha256}.
 * The lock of a transaction ends with the transaction.
 */
@ApplicationScoped
public class AdvisoryLocks {

    private static final String KEY = "hashtextextended(:name, 0)";

    private final Database database;
    private final DataSource dataSource;

    AdvisoryLocks(Database database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /** Waits for the lock and keeps it until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public void take(String name) {
        wait("pg_advisory_xact_lock", name);
    }

    /** As {@link #take}, but other transactions may share the lock. */
    @Transactional(TxType.MANDATORY)
    public void takeShared(String name) {
        wait("pg_advisory_xact_lock_shared", name);
    }

    /**
     * Waits for the lock no longer than {@code patience}. After a failure with {@link
     * SqlState#LOCK_NOT_AVAILABLE} the transaction can only be rolled back.
     */
    @Transactional(TxType.MANDATORY)
    public void take(String name, Duration patience) {
        if (tryTake(name)) {
            return; // nearly always: one round trip instead of three
        }
        String before = lockTimeout(patience.toMillis() + "ms");
        wait("pg_advisory_xact_lock", name);
        lockTimeout(before);
    }

    /** Takes the lock until the transaction ends, or returns false at once. */
    @Transactional(TxType.MANDATORY)
    public boolean tryTake(String name) {
        return database.query(
                "SELECT pg_try_advisory_xact_lock(" + KEY + ")",
                q -> q.bind("name", name).mapTo(Boolean.class).one());
    }

    /** A lock that outlives transactions; closing it releases it. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a lock for work of many transactions, or returns empty at once. It keeps a connection
     * of its own meanwhile, so the pool needs one more connection for each such lock. A pooler in
     * transaction mode between this service and PostgreSQL would break it.
     */
    @Transactional(TxType.NEVER)
    public Optional<Held> tryHold(String name) {
        try {
            Connection connection = dataSource.getConnection();
            boolean taken = false;
            try {
                taken = call(connection, "pg_try_advisory_lock", name);
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            return taken ? Optional.of(() -> giveBack(connection, name)) : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailure("a lock was not taken", e);
        }
    }

    private static void giveBack(Connection connection, String name) {
        try (connection) {
            call(connection, "pg_advisory_unlock", name);
        } catch (SQLException e) {
            throw new DatabaseFailure("a lock was not given back", e);
        }
    }

    private static boolean call(Connection connection, String function, String name)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + function + "(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void wait(String function, String name) {
        database.query(
                "SELECT " + function + "(" + KEY + ")",
                q -> q.bind("name", name).map((row, context) -> true).one());
    }

    /** Sets how long this transaction waits for a lock, and returns the previous value. */
    private String lockTimeout(String timeout) {
        return database.query(
                "SELECT before, set_config('lock_timeout', :timeout, true)"
                        + " FROM current_setting('lock_timeout') AS before",
                q -> q.bind("timeout", timeout).map((row, context) -> row.getString(1)).one());
    }
}
