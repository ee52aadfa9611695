package id.pkh.verification.families;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.migration.MigratedDatabase;
import org.junit.jupiter.api.Test;

/** What a service of the earlier version left done, under way or set aside, is there as jobs. */
class FamilyWorkMigrationComponentTest {

    private static final String DATABASE = "family_work_migration";
    private static final String BEFORE = "20260105090700";
    private static final String DONE = "'019d5000-0000-7000-8000-00000000000a'";
    private static final String HALF = "'019d5000-0000-7000-8000-00000000000b'";
    private static final String EXEMPTION = "'019d5000-0000-7000-8000-00000000000c'";
    private static final String FAMILY = "'019d5000-0000-7000-8000-00000000000f'";

    @Test
    void everySweepIsAJobThatIsContinuedWhereItWas() {
        MigratedDatabase database = MigratedDatabase.at(BEFORE, DATABASE);
        rowsOfBefore(database);

        database.migrateToTheNewest();

        assertThat(
                        database.lines(
                                "SELECT concat_ws('|', kind, subject, status, right(checkpoint, 1), items_total,"
                                        + " items_done, items_set_aside, requested_by, origin::json ->> 'correlation_id',"
                                        + " requested_at::date, finished_at::date, moved_at::date < current_date)"
                                        + " FROM job ORDER BY job_id"))
                .containsExactly(
                        "quarter-closing|2025-Q1 33.74|DONE|f|5|4|1|officer-1|act-1|2025-04-01|2025-04-02|t",
                        "quarter-closing|2025-Q2 *|WAITING|f|10|2|0|officer-2|act-2|2025-07-01|f",
                        "exemption|AREA 33.74, exemption 019d5000-0000-7000-8000-00000000000c|WAITING|7|0|0"
                                + "|officer-3|act-3|2025-07-02|f");
        assertThat(
                        database.lines(
                                "SELECT concat_ws('|', item, reason, set_aside_at::date) FROM job_set_aside"
                                        + " WHERE job_id = "
                                        + DONE))
                .containsExactly(FAMILY.replace("'", "") + "|IllegalState|2025-04-01");
        assertThat(
                        database.lines(
                                "SELECT period FROM quarter_closing JOIN job ON job_id = closing_id ORDER BY 1"))
                .containsExactly("2025-Q1", "2025-Q2");
    }

    private static void rowsOfBefore(MigratedDatabase database) {
        sweep(
                database,
                DONE,
                "'QUARTER_CLOSING', 'DONE', 5, 4, 1",
                FAMILY,
                1,
                "'2025-04-01', '2025-04-02'");
        sweep(
                database,
                HALF,
                "'QUARTER_CLOSING', 'RUNNING', 10, 2, 0",
                FAMILY,
                2,
                "'2025-07-01', NULL");
        sweep(
                database,
                EXEMPTION,
                "'EXEMPTION', 'RUNNING', 7, 0, 0",
                "NULL",
                3,
                "'2025-07-02', NULL");
        database.execute(
                "INSERT INTO family_sweep_skipped VALUES (%s, %s, 'IllegalState', '2025-04-01')"
                        .formatted(DONE, FAMILY));
        database.execute(
                "INSERT INTO quarter_closing VALUES (%s, '2025-01-01', '2025-Q1', '33.74', 'officer-1', '2025-04-01'),"
                                .formatted(DONE)
                        + " (%s, '2025-04-01', '2025-Q2', '*', 'officer-2', '2025-07-01')"
                                .formatted(HALF));
        database.execute(
                "INSERT INTO exemption VALUES (%s, 'AREA', '33.74', '{33.74%%}', '2025-05-01', '2025-05-31', 'DISASTER',"
                                .formatted(EXEMPTION)
                        + " 'decree', NULL, 'officer-3', '2025-07-02', '2025-07-02')");
    }

    /**
     * @param counts kind, state, total, done, skipped
     * @param times started, finished
     */
    private static void sweep(
            MigratedDatabase database,
            String id,
            String counts,
            String last,
            int act,
            String times) {
        database.execute(
                "INSERT INTO family_sweep (sweep_id, kind, state, families_total, families_done, families_skipped,"
                        + " last_kpm_id, correlation_id, started_at, finished_at) VALUES (%s, %s, %s, 'act-%d', %s)"
                                .formatted(id, counts, last, act, times));
    }
}
