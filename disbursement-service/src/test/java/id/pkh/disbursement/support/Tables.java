package id.pkh.disbursement.support;

import static org.awaitility.Awaitility.await;

import id.pkh.disbursement.money.schedule.MoneyTeller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A look into the tables, and a clean start for each test. */
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
                    "bank_report_outcome",
                    "bank_report_chunk",
                    "bank_report",
                    "bank_exception",
                    "money_news",
                    "instruction_move",
                    "instruction_names",
                    "instruction_page",
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

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    @Inject AgroalDataSource dataSource;
    @Inject MoneyTeller teller;

    public void empty() {
        teller.lookAgain(); // what a test that broke has left
        awaitToldMoney();
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

    /** So many instructions in a prepared batch, each for a family of its own, like its first. */
    public void manyMoreLike(String batchId, int instructions) {
        List<String> made =
                List.of(
                        "CREATE TEMPORARY TABLE more AS SELECT n, gen_random_uuid() AS kpm_id, gen_random_uuid() AS payment_id"
                                + " FROM generate_series(2, %d) n",
                        "INSERT INTO payment_family (kpm_id) SELECT kpm_id FROM more",
                        "INSERT INTO payment SELECT (p).* FROM (SELECT jsonb_populate_record(p, jsonb_build_object("
                                + "'payment_id', more.payment_id, 'kpm_id', more.kpm_id)) AS p FROM payment p, more) made",
                        "INSERT INTO payment_instruction SELECT gen_random_uuid(), more.payment_id, 1, batch_id, n, more.kpm_id, cycle_id,"
                                + " village_code, amount_idr, payee_cipher, account_cipher FROM payment_instruction, more",
                        "DROP TABLE more");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("payment", "payment_instruction", "payment_batch")) {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            }
            for (String sql : made) {
                statement.execute(sql.formatted(instructions));
            }
            statement.execute(
                    "UPDATE payment_batch SET payments = %d, amount_idr = amount_idr * %d WHERE batch_id = '%s'"
                            .formatted(instructions, instructions, batchId));
            for (String table : List.of("payment", "payment_instruction", "payment_batch")) {
                statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What moved at the banks is told a moment later. */
    public void awaitToldMoney() {
        await().atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .until(() -> select("SELECT news_id FROM money_news").isEmpty());
    }

    /** Each row as its values, joined by blanks; of the outbox, once all is told. */
    public List<String> rows(String sql, Object... parameters) {
        if (sql.contains("outbox")) {
            awaitToldMoney();
        }
        return select(sql, parameters);
    }

    private List<String> select(String sql, Object... parameters) {
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
        awaitToldMoney();
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
