package id.pkh.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The limit of a bank's report: the rows that the service has written for it are written again by
 * five statements, out of the database itself, into the same tables with their indexes, triggers
 * and constraints.
 */
final class BareStatements {

    private static final String EVENT_COLUMNS =
            "shard, topic, event_key, event_id, event_type, sequence, correlation_id, causation_id, traceparent, extra_headers, payload";
    private static final String HISTORY_COLUMNS =
            "instruction_id, old_status, new_status, source, source_id, report_line, bank_ref, reason, recorded_at";

    /** What the service has written, each in the order in which it was written. */
    private static final List<String> KEEP =
            List.of(
                    "CREATE UNLOGGED TABLE kept_report AS SELECT * FROM bank_report",
                    "CREATE UNLOGGED TABLE kept_line AS SELECT * FROM bank_report_line ORDER BY line_no",
                    """
                    CREATE UNLOGGED TABLE kept_status AS
                    SELECT instruction_id, i.status, status_at, status_reason, i.bank_ref, i.report_id
                      FROM payment_instruction i JOIN bank_report_line l USING (instruction_id)
                     WHERE i.status <> 'SENT' AND l.outcome = 'MATCHED' ORDER BY l.line_no
                    """,
                    "CREATE UNLOGGED TABLE kept_history AS SELECT "
                            + HISTORY_COLUMNS
                            + " FROM instruction_history WHERE source = 'BANK_REPORT' ORDER BY instruction_history_id",
                    "CREATE UNLOGGED TABLE kept_event AS SELECT "
                            + EVENT_COLUMNS
                            + " FROM outbox ORDER BY id",
                    "CREATE UNLOGGED TABLE kept_version AS SELECT kpm_id, version FROM payment_family WHERE version > 0 ORDER BY kpm_id",
                    "ANALYZE kept_line, kept_status, kept_history, kept_event, kept_version");

    private static final List<String> WRITE =
            List.of(
                    """
                    UPDATE payment_instruction i
                       SET status = k.status, status_at = k.status_at, status_reason = k.status_reason, bank_ref = k.bank_ref,
                           report_id = k.report_id
                      FROM kept_status k WHERE i.instruction_id = k.instruction_id
                    """,
                    "INSERT INTO instruction_history (%1$s) SELECT %1$s FROM kept_history"
                            .formatted(HISTORY_COLUMNS),
                    "INSERT INTO bank_report_line SELECT * FROM kept_line",
                    "UPDATE payment_family f SET version = k.version FROM kept_version k WHERE f.kpm_id = k.kpm_id",
                    "INSERT INTO outbox (%1$s) SELECT %1$s FROM kept_event"
                            .formatted(EVENT_COLUMNS));

    private final DataSource database;

    BareStatements(DataSource superuser) {
        this.database = superuser;
    }

    /** Copies what the service has just written. */
    void keep() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "DROP TABLE IF EXISTS kept_report, kept_line, kept_status, kept_history, kept_event, kept_version");
            for (String statement : KEEP) {
                sql.execute(statement);
            }
        }
    }

    /** Writes the copied rows in one transaction; returns the seconds that it took. */
    double write() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO bank_report SELECT * FROM kept_report");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (String statement : WRITE) {
                sql.execute(statement);
            }
            connection.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
