package id.pkh.disbursement.support;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the tables, and empties them before each test. */
@ApplicationScoped
public class Tables {

    /** An event of the outbox. */
    public record Published(
            String type, long sequence, String causationId, String correlationId, String payload) {
        /** The last part of the type, such as payment-held. */
        public String name() {
            return type.replaceAll("^id\\.pkh\\.disbursement\\.(.*)\\.v1$", "$1");
        }
    }

    private static final List<String> EMPTIED =
            List.of(
                    "bank_report_line",
                    "bank_report_chunk",
                    "bank_report",
                    "bank_exception",
                    "unpublished_status_change",
                    "instruction_history",
                    "payment_instruction",
                    "payment_batch",
                    "preparation_run",
                    "payment_history",
                    "payment",
                    "ineligible_family",
                    "cycle_seal",
                    "calculation_run",
                    "job",
                    "payment_cycle",
                    "sanction_step",
                    "sanction_decision",
                    "kpm_member",
                    "kpm",
                    "payment_family",
                    "parked_event",
                    "idempotency_key",
                    "outbox");

    @Inject AgroalDataSource dataSource;

    public void empty() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : EMPTIED) {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            }
            statement.execute("TRUNCATE " + String.join(", ", EMPTIED) + " CASCADE");
            for (String table : EMPTIED) {
                statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long number(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).get(0));
    }

    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    /** Each row as its values, joined by blanks. */
    public List<String> rows(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        values.add(String.valueOf(result.getString(i)));
                    }
                    rows.add(String.join(" ", values));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Published> published(UUID key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT event_type, sequence, causation_id, correlation_id, payload"
                                        + " FROM outbox WHERE event_key = ? ORDER BY id")) {
            statement.setString(1, key.toString());
            List<Published> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(
                            new Published(
                                    row.getString(1),
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getString(4),
                                    new String(
                                            row.getBytes(5),
                                            java.nio.charset.StandardCharsets.UTF_8)));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> publishedNames(UUID key) {
        return published(key).stream().map(Published::name).toList();
    }

    private static void bind(PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
