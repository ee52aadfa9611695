package id.pkh.disbursement.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.testsupport.migration.MigratedDatabase;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Decisions of before took effect at once, and a lift may have arrived before its decision. */
@QuarkusTest
class DecisionsMigrationComponentTest extends DisbursementComponentTest {

    private static final String KPM = "018f0000-0000-7000-8000-000000000001";

    @Test
    void decisionsOfBeforeNeedNoNotice() {
        MigratedDatabase before = MigratedDatabase.at("20260810080000", "decisions_on_notice");
        before.execute("INSERT INTO payment_family (kpm_id) VALUES ('" + KPM + "')");
        before.execute(
                "INSERT INTO sanction_decision (decision_id, kpm_id, village_code, kind, decision,"
                        + " effect, effective_from, decided_at, decided_sequence)"
                        + " VALUES (gen_random_uuid(), '"
                        + KPM
                        + "', '17.71.08.1001', 'TERMINATION', 'TERMINATE', 'TERMINATE',"
                        + " '2026-04-01', now(), 3)");
        before.execute(
                "INSERT INTO sanction_decision (decision_id, kpm_id, village_code, lift_reason,"
                        + " lifted_at, lifted_sequence) VALUES (gen_random_uuid(), '"
                        + KPM
                        + "', '17.71.08.1001', 'OFFICER', now(), 4)");

        before.migrateToTheNewest();

        assertThat(
                        before.lines(
                                "SELECT effect, on_notice, in_effect_sequence, lift_reason"
                                        + " FROM sanction_decision ORDER BY decided_sequence NULLS LAST"))
                .containsExactly("TERMINATE f null null", "null null null OFFICER");
    }
}
