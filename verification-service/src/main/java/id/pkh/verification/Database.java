package id.pkh.verification;

import id.pkh.platform.persistence.DatabaseFailure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Set-based statements on this service's database, inside the caller's transaction. */
@ApplicationScoped
public class Database {

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    public <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseFailure("a query failed", e);
        }
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return query(sql, reader, values).stream().findFirst();
    }

    public int update(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("a change failed", e);
        }
    }

    /** One value of each row, for {@code unnest}: with it a set of rows is one statement. */
    public static <T> Object[] column(Collection<T> rows, Function<T, ?> value) {
        return rows.stream().map(value).toArray();
    }

    public static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /**
     * Codes as one text, for a column that a statement splits again: arrays of arrays cannot be
     * unnested.
     */
    public static String joined(Collection<String> codes) {
        return String.join(",", codes);
    }

    private static void bind(Connection connection, PreparedStatement statement, Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Object[] many) {
                statement.setArray(i + 1, connection.createArrayOf(elementType(many), wire(many)));
            } else {
                statement.setObject(i + 1, wire(value));
            }
        }
    }

    private static Object[] wire(Object[] values) {
        Object[] wired = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            wired[i] = wire(values[i]);
        }
        return wired;
    }

    private static Object wire(Object value) {
        if (value instanceof Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof Enum<?> code ? code.name() : value;
    }

    /**
     * The SQL type of the first value that is there; text when all are absent, which casts to
     * anything.
     */
    private static String elementType(Object[] values) {
        for (Object value : values) {
            if (value instanceof UUID) {
                return "uuid";
            }
            if (value instanceof LocalDate) {
                return "date";
            }
            if (value instanceof Instant) {
                return "timestamptz";
            }
            if (value instanceof Long || value instanceof Integer) {
                return "int8";
            }
            if (value instanceof Boolean) {
                return "bool";
            }
            if (value != null) {
                return "text";
            }
        }
        return "text";
    }
}
