package id.pkh.disbursement.jdbc;

import id.pkh.platform.persistence.DatabaseFailure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Statements on the connection of the current transaction, for work on many rows at once. */
@ApplicationScoped
public class Database {

    private static final int FETCH_ROWS = 5_000;
    private static final int COPY_CHARS = 64 * 1024;

    private final AgroalDataSource dataSource;

    Database(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    public interface Binder {
        void bind(Parameters parameters) throws SQLException;
    }

    /** Reads the current row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Takes the current row. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, Binder binder, RowMapper<T> mapper) {
        List<T> rows = new ArrayList<>();
        each(sql, binder, row -> rows.add(mapper.map(row)));
        return rows;
    }

    public <T> Optional<T> first(String sql, Binder binder, RowMapper<T> mapper) {
        return list(sql, binder, mapper).stream().findFirst();
    }

    /**
     * Row by row, without holding them all: inside a transaction the driver fetches in portions.
     */
    public void each(String sql, Binder binder, RowReader reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_ROWS);
            binder.bind(new Parameters(connection, statement));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("a query failed", e);
        }
    }

    public int update(String sql, Binder binder) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(new Parameters(connection, statement));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("an update failed", e);
        }
    }

    /** Writes one of many rows. */
    @FunctionalInterface
    public interface RowCopier<T> {
        void copy(CopyRows fields, T row);
    }

    /** New rows of one table, the fastest way there is. */
    public <T> void copy(String tableAndColumns, Collection<T> rows, RowCopier<T> copier) {
        if (rows.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(COPY_CHARS);
        CopyRows fields = new CopyRows(text);
        try (Connection connection = dataSource.getConnection()) {
            CopyIn copy =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + tableAndColumns + " FROM STDIN");
            for (T row : rows) {
                copier.copy(fields, row);
                fields.endRow();
                if (text.length() >= COPY_CHARS) {
                    write(copy, text);
                }
            }
            write(copy, text);
            copy.endCopy();
        } catch (SQLException e) {
            throw new DatabaseFailure("many rows were not written", e);
        }
    }

    private static void write(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /**
     * For the rest of the transaction rows are looked up by their keys. With a few thousand keys
     * the planner would rather read a whole table, again for every few thousand.
     */
    public void lookUpByKey() {
        first(
                "SELECT set_config(name, 'off', true)"
                        + " FROM unnest(ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) AS name",
                p -> {},
                row -> row.getString(1));
    }

    /** Binds one of many rows. */
    @FunctionalInterface
    public interface RowBinder<T> {
        void bind(Parameters parameters, T row) throws SQLException;
    }

    /** The same statement for many rows, in one round trip. */
    public <T> void batch(String sql, Collection<T> rows, RowBinder<T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                binder.bind(new Parameters(connection, statement), row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("an update of many rows failed", e);
        }
    }
}
