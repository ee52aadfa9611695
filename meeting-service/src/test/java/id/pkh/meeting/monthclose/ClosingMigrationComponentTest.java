package id.pkh.meeting.monthclose;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.migration.MigratedDatabase;
import org.junit.jupiter.api.Test;

/** A closing that a service of the earlier version left unfinished is a job that continues it. */
class ClosingMigrationComponentTest {

    private static final String DATABASE = "closing_migration";
    private static final String BEFORE = "20260115090200";

    @Test
    void everyUnfinishedClosingIsAJobThatIsContinuedWhereItWas() {
        MigratedDatabase database = MigratedDatabase.at(BEFORE, DATABASE);
        closing(database, "a", "'2026-01-01', '33.74', 'DONE', 9, 9, 2, '2026-02-02', NULL");
        closing(database, "b", "'2026-02-01', '33.74', 'GROUPS', 9, 3, 0, NULL, 'DatabaseFailure'");
        closing(database, "c", "'2026-02-01', '*', 'DUTY', 9, 9, 2, NULL, NULL");
        closing(database, "d", "'2026-03-01', '33', 'GROUPS', 9, 0, 0, NULL, NULL");
        checkpoint(database, "a", "last_group_id", 1);
        checkpoint(database, "b", "last_group_id", 2);
        checkpoint(database, "c", "last_group_id", 3);
        checkpoint(database, "c", "last_facilitator_id", 4);

        database.migrateToTheNewest();

        assertThat(
                        database.lines(
                                "SELECT concat_ws('|', kind, subject, right(parameters, 1), status, checkpoint,"
                                        + " items_done, requested_by, requested_at::date,"
                                        + " origin::json ->> 'correlation_id' IS NOT NULL)"
                                        + " FROM job ORDER BY parameters"))
                .containsExactly(
                        "month-closing|2026-02 33.74|b|WAITING|GROUP "
                                + id(2)
                                + "|3|officer|2026-02-01|t",
                        "month-closing|2026-02 *|c|WAITING|FACILITATOR "
                                + id(4)
                                + "|11|officer|2026-02-01|t",
                        "month-closing|2026-03 33|d|WAITING|0|officer|2026-02-01|t");
        assertThat(
                        database.lines(
                                "SELECT concat_ws('|', area_code, groups_total, groups_closed, finished_at::date)"
                                        + " FROM month_closing ORDER BY id"))
                .containsExactly("33.74|9|9|2026-02-02", "33.74|9|3", "*|9|9", "33|9|0");
    }

    private static String id(int number) {
        return "019d5000-0000-7000-8000-%012d".formatted(number);
    }

    /**
     * @param values month, area, phase, total, closed, facilitators, finished, interruption
     */
    private static void closing(MigratedDatabase database, String last, String values) {
        database.execute(
                "INSERT INTO month_closing (id, started_by, started_at, month, area_code, phase, groups_total,"
                        + " groups_closed, facilitators_reviewed, finished_at, interruption)"
                        + " VALUES ('019d5000-0000-7000-8000-00000000000%s', 'officer', '2026-02-01', %s)"
                                .formatted(last, values));
    }

    private static void checkpoint(
            MigratedDatabase database, String closing, String column, int number) {
        database.execute(
                "UPDATE month_closing SET %s = '%s' WHERE right(id::text, 1) = '%s'"
                        .formatted(column, id(number), closing));
    }
}
