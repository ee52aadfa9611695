package id.pkh.disbursement.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/**
 * Parameters of one statement, set in their order. A collection becomes an array for {@code
 * unnest}.
 */
public final class Parameters {

    private final Connection connection;
    private final PreparedStatement statement;
    private int position;

    Parameters(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    public Parameters uuid(UUID value) throws SQLException {
        statement.setObject(++position, value, Types.OTHER);
        return this;
    }

    public Parameters text(String value) throws SQLException {
        statement.setString(++position, value);
        return this;
    }

    public Parameters number(long value) throws SQLException {
        statement.setLong(++position, value);
        return this;
    }

    /** Null stays null. */
    public Parameters numberOrNull(Number value) throws SQLException {
        statement.setObject(++position, value == null ? null : value.longValue(), Types.BIGINT);
        return this;
    }

    public Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(++position, value);
        return this;
    }

    public Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++position, value);
        return this;
    }

    public Parameters day(LocalDate value) throws SQLException {
        statement.setObject(++position, value, Types.DATE);
        return this;
    }

    public Parameters instant(Instant value) throws SQLException {
        statement.setObject(
                ++position,
                value == null ? null : value.atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    public Parameters uuids(Collection<UUID> values) throws SQLException {
        return array("uuid", values);
    }

    public Parameters texts(Collection<String> values) throws SQLException {
        return array("text", values);
    }

    public Parameters numbers(Collection<Long> values) throws SQLException {
        return array("bigint", values);
    }

    public Parameters flags(Collection<Boolean> values) throws SQLException {
        return array("boolean", values);
    }

    public Parameters days(Collection<LocalDate> values) throws SQLException {
        return array("date", values);
    }

    /** Instants travel as text and are cast in the statement: {@code ?::timestamptz[]}. */
    public Parameters instants(Collection<Instant> values) throws SQLException {
        return array(
                "text",
                values.stream().map(value -> value == null ? null : value.toString()).toList());
    }

    private Parameters array(String type, Collection<?> values) throws SQLException {
        statement.setArray(++position, connection.createArrayOf(type, values.toArray()));
        return this;
    }
}
