package id.pkh.platform.messaging.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** The migration turns every redrive of the previous release into a job that continues it. */
class RedriveMigrationComponentTest {

    private static final String DATABASE = "redrive_migration";
    private static final String BEFORE = "20260320080000";

    @Test
    void everyRedriveIsAJobAndARunningOneIsContinuedWhereItWas() throws SQLException {
        PostgresServer postgres = LocalStackResource.postgres();
        postgres.createDatabase(DATABASE);
        migrations(postgres).target(BEFORE).load().migrate();
        try (Connection connection = postgres.superuser(DATABASE).getConnection();
                Statement sql = connection.createStatement()) {
            redrive(sql, 1, "0, NULL, NULL, 0, 0, 0, 0, 'RUNNING', NULL, NULL");
            redrive(sql, 2, "5, NULL, NULL, 4, 6, 1, 2, 'RUNNING', NULL, NULL");
            redrive(sql, 3, "2, 'topic', 'long', 3, 3, 0, 0, 'RUNNING', NULL, NULL");
            redrive(sql, 4, "9, NULL, NULL, 7, 8, 0, 0, 'DONE', '2026-02-02', NULL");
            redrive(sql, 5, "6, NULL, NULL, 5, 5, 0, 0, 'STOPPED', '2026-02-02', 'somebody'");
            parked(sql, "long", 3, "'REDRIVEN', now(), 'operator', '" + id(3) + "'");
            parked(sql, "other", 1, "'REDRIVEN', now(), 'operator', '" + id(3) + "'");
            parked(sql, "long", 4, "'PARKED', NULL, NULL, NULL");

            migrations(postgres).load().migrate();

            assertThat(
                            rows(
                                    sql,
                                    "SELECT concat_ws('|', right(job_id::text, 1), kind, subject = job_id::text, status,"
                                            + " coalesce(checkpoint, 'begin'), items_done, requested_by,"
                                            + " requested_at::date, moved_at::date, coalesce(finished_at::date::text, '-'),"
                                            + " stopped_by) FROM job ORDER BY job_id"))
                    .containsExactly(
                            "1|redrive|t|WAITING|begin|0|operator|2026-02-01|2026-02-02|-",
                            "2|redrive|t|WAITING|5:5|9|operator|2026-02-01|2026-02-02|-",
                            "3|redrive|t|WAITING|2:3|3|operator|2026-02-01|2026-02-02|-",
                            "4|redrive|t|DONE|9:9|8|operator|2026-02-01|2026-02-02|2026-02-02",
                            "5|redrive|t|STOPPED|6:6|5|operator|2026-02-01|2026-02-02|-|somebody");
            assertThat(
                            rows(
                                    sql,
                                    "SELECT concat_ws('|', right(redrive_id::text, 1), reason, end_id, selected, settled,"
                                            + " redriven, failed, blocked) FROM redrive ORDER BY redrive_id"))
                    .containsExactly(
                            "1|R1|9|9|0|0|0|0",
                            "2|R2|9|9|4|6|1|2",
                            "3|R3|9|9|3|3|0|0",
                            "4|R4|9|9|7|8|0|0",
                            "5|R5|9|9|5|5|0|0");
            assertThatThrownBy(() -> sql.execute("DELETE FROM job"))
                    .as("a redrive without its job")
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> sql.execute("DELETE FROM redrive"))
                    .as("an event that a redrive tried, without that redrive")
                    .isInstanceOf(SQLException.class);
        }
    }

    private static String id(int number) {
        return "019d5000-0000-7000-8000-%012d".formatted(number);
    }

    /**
     * @param values the last settled event, the key that is followed, the counts, state, end, who
     *     stopped it
     */
    private static void redrive(Statement sql, int number, String values) throws SQLException {
        sql.execute(
                """
                INSERT INTO redrive (redrive_id, requested_by, requested_at, reason, end_id, selected, updated_at, position_id,
                                     following_topic, following_key, settled, redriven, failed, blocked, state, finished_at,
                                     stopped_by)
                VALUES ('%s', 'operator', '2026-02-01', 'R%d', 9, 9, '2026-02-02', %s)
                """
                        .formatted(id(number), number, values));
    }

    /**
     * @param values state, when and by whom it was resolved, the redrive that tried it
     */
    private static void parked(Statement sql, String key, int events, String values)
            throws SQLException {
        sql.execute(
                """
                INSERT INTO parked_event (topic, event_key, record_partition, record_offset, headers, reason, cause, state,
                                          resolved_at, resolved_by, last_redrive)
                SELECT 'topic', '%1$s', 0, (SELECT count(*) FROM parked_event) + n, '{}', 'R3', 'of a test', %3$s
                FROM generate_series(1, %2$d) AS n
                """
                        .formatted(key, events, values));
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
