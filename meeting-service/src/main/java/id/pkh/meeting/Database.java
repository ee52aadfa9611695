package id.pkh.meeting;

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
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Set-based SQL in the transaction of the caller. Single aggregates go through Panache instead. */
@ApplicationScoped
public class Database {

    /** Reads one row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** An array parameter for {@code = ANY (?)} or {@code unnest(?)}. */
    public record SqlArray(String type, Object[] values) {}

    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    public static SqlArray uuids(Collection<UUID> values) {
        return new SqlArray("uuid", values.toArray());
    }

    public static SqlArray texts(Collection<String> values) {
        return new SqlArray("text", values.toArray());
    }

    public static SqlArray texts(String[] values) {
        return new SqlArray("text", values);
    }

    public static SqlArray dates(Collection<LocalDate> values) {
        return new SqlArray("date", values.toArray());
    }

    public static SqlArray numbers(Collection<? extends Number> values) {
        return new SqlArray("bigint", values.stream().map(Number::longValue).toArray());
    }

    /** UUIDs of an array column, in order. */
    public static List<UUID> uuidsOf(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }

    public static YearMonth monthOf(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    public static Instant instantOf(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Ids in the order of PostgreSQL, which is also the order in which rows are locked. */
    public static List<UUID> inLockingOrder(Collection<UUID> ids) {
        TreeSet<String> ordered = new TreeSet<>();
        ids.forEach(id -> ordered.add(id.toString()));
        return ordered.stream().map(UUID::fromString).toList();
    }

    public <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
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

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    public int update(String sql, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("an update failed", e);
        }
    }

    private static void bind(
            Connection connection, PreparedStatement statement, Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof SqlArray array) {
                statement.setArray(i + 1, connection.createArrayOf(array.type(), array.values()));
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof YearMonth month) {
                statement.setObject(i + 1, month.atDay(1));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
