package id.pkh.disbursement.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.migration.MigratedDatabase;
import org.junit.jupiter.api.Test;

/**
 * The migration turns an unfinished calculation of the previous release into a job that continues
 * it.
 */
class CalculationMigrationComponentTest {

    private static final String DATABASE = "calculation_migration";
    private static final String BEFORE = "20260420081000";

    @Test
    void everyRunIsAJobAndAnUnfinishedOneIsContinuedBehindItsCheckpoint() {
        MigratedDatabase database = MigratedDatabase.at(BEFORE, DATABASE);
        run(database, 1, "2026-T1", "'DONE', NULL, 9, 9, 7, '2026-02-02', NULL");
        run(database, 2, "2026-T2", "'RUNNING', '" + id(42) + "', 9, 4, 3, NULL, NULL");
        run(database, 3, "2026-T3", "'INTERRUPTED', '" + id(43) + "', 9, 5, 5, NULL, 'Failure'");
        run(database, 4, "2026-T4", "'RUNNING', NULL, 9, 0, 0, NULL, NULL");

        database.migrateToTheNewest();

        assertThat(
                        database.lines(
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
                        database.lines(
                                "SELECT concat_ws('|', right(run_id::text, 1), right(cycle_id::text, 2), payments_changed)"
                                        + " FROM calculation_run ORDER BY run_id"))
                .containsExactly("1|11|7", "2|12|3", "3|13|5", "4|14|0");
    }

    private static String id(int number) {
        return "019d5000-0000-7000-8000-%012d".formatted(number);
    }

    /**
     * @param values status, checkpoint, number of families in all and done, payments changed, end,
     *     failure
     */
    private static void run(MigratedDatabase database, int number, String cycle, String values) {
        database.executeUnchecked(
                """
                INSERT INTO payment_cycle (cycle_id, cycle_code, covers_from, covers_until, channel, verification_period, status,
                                           version, opened_by, opened_at)
                VALUES ('%s', '%s', '2026-%02d-01', '2026-%02d-28', 'BANK', '2026-Q1', 'CALCULATING', 1, 'officer', now())
                """
                        .formatted(id(10 + number), cycle, number, number));
        database.executeUnchecked(
                """
                INSERT INTO calculation_run (run_id, cycle_id, started_by, started_at, owner, leased_until, status, checkpoint,
                                             families_total, families_done, payments_changed, finished_at, failure)
                VALUES ('%s', '%s', 'officer', '2026-02-01', '%s', now(), %s)
                """
                        .formatted(id(number), id(10 + number), id(99), values));
    }
}
