package id.pkh.registry.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.testsupport.migration.MigratedDatabase;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Statuses that were set before decisions alone gave them. */
@QuarkusTest
class MembershipMigrationComponentTest extends RegistryComponentTest {

    private static final String ID = "018f0000-0000-7000-8000-0000000000%02d";

    @Test
    void familiesOfBeforeKeepTheirStatusAndTheirDecisions() {
        MigratedDatabase before = MigratedDatabase.at("20261129100000", "registry_membership");
        family(before, 1, "ACTIVE");
        family(before, 2, "SUSPENDED");
        decision(before, 2, "SUSPENSION", "VERIFICATION");
        family(before, 3, "SUSPENDED");
        decision(before, 3, "SUSPENSION", "OFFICER");
        family(before, 4, "TERMINATED");
        decision(before, 4, "TERMINATION", "VERIFICATION");
        family(before, 5, "TERMINATED");
        decision(before, 5, "TERMINATION", "OFFICER");
        family(before, 6, "GRADUATED");

        before.migrateToTheNewest();

        assertThat(before.lines("SELECT status, base_status FROM kpm ORDER BY id"))
                .containsExactly(
                        "ACTIVE ACTIVE",
                        "SUSPENDED ACTIVE",
                        "SUSPENDED ACTIVE",
                        "TERMINATED ACTIVE",
                        "TERMINATED TERMINATED",
                        "GRADUATED GRADUATED");
        assertThat(
                        before.lines(
                                "SELECT measure, source, taken_on, in_effect_from, in_effect_sequence"
                                        + " FROM kpm_decision ORDER BY kpm_id"))
                .containsExactly(
                        "SUSPEND VERIFICATION 2026-04-02 2026-04-02 0",
                        "SUSPEND OFFICER 2026-04-02 2026-04-02 0",
                        "TERMINATE VERIFICATION 2026-04-02 2026-04-02 0",
                        "TERMINATE OFFICER 2026-04-02 2026-04-02 0");
    }

    private static void family(MigratedDatabase database, int number, String status) {
        String kpm = ID.formatted(number);
        database.execute(
                ("BEGIN; INSERT INTO kpm (id, family_card_cipher, family_card_token,"
                                + " caretaker_member_id, village_code, status, participating_since,"
                                + " version, account_change_id, recorded_at, changed_at)"
                                + " VALUES ('%1$s', 'x', repeat('%2$s', 64), '%1$s', '17.71.08.1001',"
                                + " '%3$s', '2024-01-01', 1, '%1$s', now(), now());"
                                + " INSERT INTO family_member (id, kpm_id, nik_cipher, nik_token,"
                                + " name_cipher, sex, recorded_at, changed_at) VALUES ('%1$s',"
                                + " '%1$s', 'n', repeat('%2$s', 64), 'm', 'FEMALE', now(), now());"
                                + " INSERT INTO account_change (change_id, kpm_id, change_no,"
                                + " caretaker_member_id, caretaker_name_cipher, source,"
                                + " needs_confirmation, changed_by, changed_at)"
                                + " VALUES ('%1$s', '%1$s', 1, '%1$s', 'm', 'CARRIED_OVER', false,"
                                + " 'unknown', now()); COMMIT")
                        .formatted(kpm, number, status));
    }

    private static void decision(
            MigratedDatabase database, int number, String kind, String source) {
        database.execute(
                "INSERT INTO kpm_decision (decision_id, kpm_id, kind, source, taken_on, recorded_at)"
                        + " VALUES (gen_random_uuid(), '%s', '%s', '%s', '2026-04-02', now())"
                                .formatted(ID.formatted(number), kind, source));
    }
}
