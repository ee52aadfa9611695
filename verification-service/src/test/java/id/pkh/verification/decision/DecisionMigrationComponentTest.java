package id.pkh.verification.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.migration.MigratedDatabase;
import org.junit.jupiter.api.Test;

/** Decisions that one officer took, their lifts and appeals stay as they were recorded. */
class DecisionMigrationComponentTest {

    private static final String DATABASE = "decision_migration";
    private static final String BEFORE = "20260601090000";

    @Test
    void whatWasDecidedBeforeStaysInEffectAsRecorded() {
        MigratedDatabase database = MigratedDatabase.at(BEFORE, DATABASE);
        database.execute(
                "INSERT INTO sanction_step (step_id, kpm_id, village_code, period, period_start, cause, rung, running, step,"
                        + " is_protected, attribution, reasons, notified, policy_code, legal_basis, issued_on, issued_at)"
                        + " SELECT ('00000000-0000-0000-0000-00000000000' || i)::uuid, gen_random_uuid(), '11.01.01.2001',"
                        + " '2026-0' || i, '2026-01-01', 'GROUP_MEETING_ABSENCE', 3, 3, 'SUSPENSION_PROPOSED', false,"
                        + " 'FAMILY', '{}', '{}', 'LADDER-2026', 'x', '2026-04-01', now() FROM generate_series(3, 5) i");
        database.execute(
                "INSERT INTO sanction_decision SELECT step_id, step_id, step, kpm_id,"
                        + " CASE WHEN period = '2026-05' THEN 'DISMISS' ELSE 'SUSPEND' END,"
                        + " CASE WHEN period = '2026-05' THEN 'NONE' ELSE 'HOLD' END,"
                        + " '2026-04-01', 'why', 'officer-1', '2026-04-02', now() FROM sanction_step");
        database.execute(
                "INSERT INTO suspension_lift VALUES ('00000000-0000-0000-0000-000000000004', 'OFFICER', 'note',"
                        + " 'officer-1', '2026-05-01', now())");
        database.execute(
                "INSERT INTO appeal (appeal_id, step_id, kpm_id, cause, period, statement, lodged_by, lodged_on, lodged_at)"
                        + " SELECT gen_random_uuid(), step_id, kpm_id, cause, period, 'x', 'f', '2026-04-03', now()"
                        + " FROM sanction_step WHERE period = '2026-03'");

        database.migrateToTheNewest();

        assertThat(
                        database.lines(
                                "SELECT concat_ws('|', right(step_id::text, 1), measure, effect, takes_effect, effective_from,"
                                        + " coalesce(prepared_by, '-'), decided_by, coalesce(lift_reason, '-'))"
                                        + " FROM decision_now ORDER BY step_id"))
                .containsExactly(
                        "3|SUSPEND|HOLD|AS_RECORDED|2026-04-01|-|officer-1|-",
                        "4|SUSPEND|HOLD|AS_RECORDED|2026-04-01|-|officer-1|OFFICER",
                        "5|DISMISS|NONE|AS_RECORDED|2026-04-01|-|officer-1|-");
        assertThat(database.lines("SELECT DISTINCT needs_notice::text FROM sanction_step"))
                .containsExactly("false");
        assertThat(
                        database.lines(
                                "SELECT concat_ws('|', channel, grounds, coalesce(decide_by::text, '-')) FROM appeal"))
                .containsExactly("FACILITATOR|OTHER|-");
    }
}
