package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.LocalStackResource;
import id.pkh.localstack.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** A report that a service of an earlier version has left half applied is gone on with. */
class ReportChunksMigrationComponentTest {

    private static final String DATABASE = "report_chunks_migration";
    private static final String BEFORE = "20260315090000";
    private static final String APPLIED = "'019d5000-0000-7000-8000-00000000000a'";
    private static final String HALF = "'019d5000-0000-7000-8000-00000000000b'";

    @Test
    void linesWithoutAnOutcomeBecomeChunksAndTheOthersStayAsTheyAre() throws SQLException {
        PostgresServer postgres = LocalStackResource.postgres();
        postgres.createDatabase(DATABASE);
        migrations(postgres).target(BEFORE).load().migrate();
        try (Connection connection = postgres.superuser(DATABASE).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            sql.execute(report(APPLIED, "a", "APPLIED", 2));
            sql.execute(report(HALF, "b", "STAGED", 2));
            sql.execute(lines(APPLIED, "generate_series(1, 2)", "'MATCHED'"));
            // two lanes: one had come to its end, the one before it had not
            sql.execute(lines(HALF, "generate_series(1, 2)", "'MATCHED'"));
            sql.execute(lines(HALF, "generate_series(3, 4)", "NULL"));
            sql.execute(lines(HALF, "generate_series(5, 6)", "'MATCHED'"));
            sql.execute(lines(HALF, "generate_series(4999, 5002)", "NULL"));

            migrations(postgres).load().migrate();

            assertThat(rows(sql, "SELECT filename, status, checkpoint FROM bank_report ORDER BY 1"))
                    .containsExactly("a APPLIED 2", "b STAGED 4");
            assertThat(rows(sql, "SELECT line_no FROM bank_report_line WHERE report_id = " + HALF))
                    .containsExactlyInAnyOrder("1", "2", "5", "6");
            assertThat(
                            rows(
                                    sql,
                                    "SELECT first_line, lines, replace(content, ' ', '') FROM bank_report_chunk ORDER BY 1"))
                    .containsExactly(
                            "3 4 [[3,\"i3\",\"e3\",\"RJCT\",\"AC\\\"04\",3,null,null],"
                                    + "[4,\"i4\",\"e4\",\"RJCT\",\"AC\\\"04\",4,null,null],"
                                    + "[4999,\"i4999\",\"e4999\",\"RJCT\",\"AC\\\"04\",4999,null,null],"
                                    + "[5000,\"i5000\",\"e5000\",\"RJCT\",\"AC\\\"04\",5000,null,null]]",
                            "5001 2 [[5001,\"i5001\",\"e5001\",\"RJCT\",\"AC\\\"04\",5001,null,null],"
                                    + "[5002,\"i5002\",\"e5002\",\"RJCT\",\"AC\\\"04\",5002,null,null]]");
        }
    }

    private static FluentConfiguration migrations(PostgresServer postgres) {
        return Flyway.configure()
                .dataSource(postgres.owner(DATABASE))
                .locations("db/platform", "db/migration")
                .outOfOrder(true);
    }

    private static String report(String id, String name, String status, int checkpoint) {
        return """
        INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, namespace, message_id, batch_id, status, lines,
                                 checkpoint, received_by, received_at, finished_at)
        VALUES (%1$s, 'BRI', encode(sha256('%2$s'), 'hex'), 1, '%2$s', 'n', 'm', gen_random_uuid(), '%3$s',
                CASE '%3$s' WHEN 'APPLIED' THEN %4$d ELSE 5002 END, %4$d, 'x', now(),
                CASE '%3$s' WHEN 'APPLIED' THEN now() END)
        """
                .formatted(id, name, status, checkpoint);
    }

    private static String lines(String report, String numbers, String outcome) {
        return """
        INSERT INTO bank_report_line (report_id, line_no, instruction_ref, end_to_end_ref, status_code, reason_code,
                                      amount_idr, outcome)
        SELECT %s, n, 'i' || n, 'e' || n, 'RJCT', 'AC"04', n, %s FROM %s AS n
        """
                .formatted(report, outcome, numbers);
    }

    private static List<String> rows(Statement sql, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = sql.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }
}
