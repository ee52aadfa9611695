package id.pkh.testsupport.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the tables of the module under test, past its code, and sometimes tampers with them. */
public class Rows {

    private final DataSource database;

    public Rows(DataSource database) {
        this.database = database;
    }

    /** What a test makes of one row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> read(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of every row, as text. */
    public List<String> texts(String sql, Object... values) {
        return read(sql, row -> row.getString(1), values);
    }

    /** The first column of the first row, as text. */
    public String text(String sql, Object... values) {
        return texts(sql, values).get(0);
    }

    /** The first column of the first row, as a number. */
    public long number(String sql, Object... values) {
        return read(sql, row -> row.getLong(1), values).get(0);
    }

    /** Every row as its values, joined by blanks. */
    public List<String> lines(String sql, Object... values) {
        return read(sql, Rows::line, values);
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(row.getString(i));
        }
        return String.join(" ", values);
    }

    /** Changes rows, or meets the constraint that forbids it. */
    public int change(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.execute();
            return statement.getUpdateCount();
        }
    }

    /** Changes rows where nothing may forbid it. */
    public void execute(String sql, Object... values) {
        try {
            change(sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A transaction that has run this statement and keeps its locks until it ends. */
    public Connection holding(String sql) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
        return connection;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
