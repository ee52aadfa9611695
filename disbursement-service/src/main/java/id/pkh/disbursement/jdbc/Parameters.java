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
import org.postgresql.util.PGobject;

/**
 * Parameters of one statement, set in their order. A collection becomes an array for {@code
 * unnest}.
 */
public final class Parameters {

    private static final int ID_CHARS = 37;

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

    /** As the literal that the server reads: ids need no quotes, and there are many of them. */
    public Parameters uuids(Collection<UUID> values) throws SQLException {
        StringBuilder literal = new StringBuilder(values.size() * ID_CHARS + 2).append('{');
        for (UUID value : values) {
            if (literal.length() > 1) {
                literal.append(',');
            }
            literal.append(value); // null becomes the keyword
        }
        PGobject array = new PGobject();
        array.setType("_uuid");
        array.setValue(literal.append('}').toString());
        statement.setObject(++position, array);
        return this;
    }

    public Parameters texts(Collection<String> values) throws SQLException {
        return array("text", values.toArray(String[]::new));
    }

    public Parameters numbers(Collection<Long> values) throws SQLException {
        return array("bigint", values.toArray(Long[]::new));
    }

    /** Null stays null. */
    public Parameters ints(Collection<Integer> values) throws SQLException {
        if (values == null) {
            statement.setNull(++position, Types.ARRAY);
            return this;
        }
        return array("integer", values.toArray(Integer[]::new));
    }

    public Parameters flags(Collection<Boolean> values) throws SQLException {
        return array("boolean", values.toArray());
    }

    public Parameters days(Collection<LocalDate> values) throws SQLException {
        return array("date", values.toArray());
    }

    /** Instants travel as text and are cast in the statement: {@code ?::timestamptz[]}. */
    public Parameters instants(Collection<Instant> values) throws SQLException {
        return array(
                "text",
                values.stream()
                        .map(value -> value == null ? null : value.toString())
                        .toArray(String[]::new));
    }

    /** An array of text or of numbers goes over in binary when it has its own type. */
    private Parameters array(String type, Object[] values) throws SQLException {
        statement.setArray(++position, connection.createArrayOf(type, values));
        return this;
    }
}
