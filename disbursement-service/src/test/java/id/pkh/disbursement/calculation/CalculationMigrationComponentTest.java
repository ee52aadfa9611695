package id.pkh.disbursement.calculation;

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

/**
 * The migration turns an unfinished calculation of the previous release into a job that continues
 * it.
 */
class CalculationMigrationComponentTest {

    private static final String DATABASE = "calculation_migration";
    private static final String BEFORE = "20260420081000";

    @Test
    void everyRunIsAJobAndAnUnfinishedOneIsContinuedBehindItsCheckpoint() throws SQLException {
        PostgresServer postgres = LocalStackResource.postgres();
        postgres.createDatabase(DATABASE);
        migrations(postgres).target(BEFORE).load().migrate();
        try (Connection connection = postgres.superuser(DATABASE).getConnection();
                Statement sql = connection.createStatement()) {
            run(sql, 1, "2026-T1", "'DONE', NULL, 9, 9, 7, '2026-02-02', NULL");
            run(sql, 2, "2026-T2", "'RUNNING', '" + id(42) + "', 9, 4, 3, NULL, NULL");
            run(sql, 3, "2026-T3", "'INTERRUPTED', '" + id(43) + "', 9, 5, 5, NULL, 'Failure'");
            run(sql, 4, "2026-T4", "'RUNNING', NULL, 9, 0, 0, NULL, NULL");

            migrations(postgres).load().migrate();

            assertThat(
                            rows(
                                    sql,
                                    "SELECT concat_ws('|', right(job_id::text, 1), kind, subject, right(parameters, 2), status,"
                                            + " checkpoint, items_total, items_done, requested_by, requested_at::date,"
                                            + " finished_at::date, origin::json ->> 'correlation_id' = job_id::text)"
                                            + " FROM job ORDER BY job_id"))
                    .containsExactly(
                            "1|cycle-calculation|2026-T1|11|DONE|9|9|officer|2026-02-01|2026-02-02|t",
                            "2|cycle-calculation|2026-T2|12|WAITING|"
                                    + id(42)
                                    + "|9|4|officer|2026-02-01|t",
                            "3|cycle-calculation|2026-T3|13|WAITING|"
                                    + id(43)
                                    + "|9|5|officer|2026-02-01|t",
                            "4|cycle-calculation|2026-T4|14|WAITING|9|0|officer|2026-02-01|t");
            assertThat(
                            rows(
                                    sql,
                                    "SELECT concat_ws('|', right(run_id::text, 1), right(cycle_id::text, 2), payments_changed)"
                                            + " FROM calculation_run ORDER BY run_id"))
                    .containsExactly("1|11|7", "2|12|3", "3|13|5", "4|14|0");
        }
    }

    private static String id(int number) {
        return "019d5000-0000-7000-8000-%012d".formatted(number);
    }

    /**
     * @param values status, checkpoint, number of families in all and done, payments changed, end,
     *     failure
     */
    private static void run(Statement sql, int number, String cycle, String values)
            throws SQLException {
        sql.execute("SET session_replication_role = replica");
        sql.execute(
                """
                INSERT INTO payment_cycle (cycle_id, cycle_code, covers_from, covers_until, channel, verification_period, status,
                                           version, opened_by, opened_at)
                VALUES ('%s', '%s', '2026-%02d-01', '2026-%02d-28', 'BANK', '2026-Q1', 'CALCULATING', 1, 'officer', now())
                """
                        .formatted(id(10 + number), cycle, number, number));
        sql.execute(
                """
                INSERT INTO calculation_run (run_id, cycle_id, started_by, started_at, owner, leased_until, status, checkpoint,
                                             families_total, families_done, payments_changed, finished_at, failure)
                VALUES ('%s', '%s', 'officer', '2026-02-01', '%s', now(), %s)
                """
                        .formatted(id(number), id(10 + number), id(99), values));
        sql.execute("SET session_replication_role = origin");
    }

    private static FluentConfiguration migrations(PostgresServer postgres) {
        return Flyway.configure()
                .dataSource(postgres.owner(DATABASE))
                .locations("db/platform", "db/migration")
                .outOfOrder(true);
    }

    private static List<String> rows(Statement sql, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = sql.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
