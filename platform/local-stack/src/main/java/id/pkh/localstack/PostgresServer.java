package id.pkh.localstack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL that listens on this machine; a test can connect to it, kill it and restart it.
 */
public abstract class PostgresServer {

    static final Duration START_LIMIT = Duration.ofSeconds(60);
    static final String SUPERUSER = "postgres";

    public abstract int port();

    /** The process id; it changes with each start. */
    public abstract long pid();

    /** Kills the server without an orderly shutdown. */
    public abstract void kill();

    /** Starts the server again on the same port and data, whether it is running or not. */
    public abstract void restart();

    /** Ends the server permanently. */
    abstract void end();

    abstract KeyMaterial keys();

    public final String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** The generated password of a role. */
    public final String password(String role) {
        return keys().password(role);
    }

    /** Connections of the superuser, for tests and tools. */
    public final DataSource superuser(String database) {
        return source(database, SUPERUSER);
    }

    /** Connections of the role that owns {@code database}. */
    public final DataSource owner(String database) {
        return source(database, database);
    }

    private DataSource source(String database, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port()});
        source.setDatabaseName(database);
        source.setUser(role);
        source.setPassword(keys().password(role));
        source.setConnectTimeout(5);
        return source;
    }

    /** The database of this name and the role that owns it; created if they do not exist. */
    public final void createDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Connection connection = superuser("postgres").getConnection();
                Statement sql = connection.createStatement()) {
            if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
                sql.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password(name) + "'");
            }
            if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                sql.execute("CREATE DATABASE " + name + " OWNER " + name);
                sql.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            return row.next();
        }
    }

    /** Returns when the server accepts connections; otherwise the failure names {@code log}. */
    final void awaitAnswer(String log) {
        if (!Waiting.until(START_LIMIT, Duration.ofMillis(50), this::accepts)) {
            throw new IllegalStateException(
                    "PostgreSQL does not answer on port " + port() + "; its log is " + log);
        }
    }

    final boolean accepts() {
        try (Connection connection = superuser("postgres").getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false; // not yet
        }
    }
}
