package id.pkh.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.testsupport.migration.MigratedDatabase;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What stood before the rule of two people counts as confirmed, and says so. */
@QuarkusTest
class AccountMigrationComponentTest extends RegistryComponentTest {

    private static final String KPM = "018f0000-0000-7000-8000-000000000001";
    private static final String MEMBER = "018f0000-0000-7000-8000-000000000002";

    @Test
    void familiesOfBeforeKeepTheirAccountsAsConfirmed() {
        MigratedDatabase before = MigratedDatabase.at("20260110100200", "registry_accounts");
        before.execute(
                ("BEGIN; INSERT INTO kpm (id, family_card_cipher, family_card_token,"
                                + " caretaker_member_id, village_code, paying_bank, account_cipher,"
                                + " account_token, status, participating_since, version,"
                                + " recorded_at, changed_at) VALUES ('%1$s', 'x', repeat('a', 64),"
                                + " '%2$s', '17.71.08.1001', 'BRI', 'y', 'token', 'ACTIVE',"
                                + " '2024-01-01', 7, now(), '2026-01-02T00:00:00Z');"
                                + " INSERT INTO family_member (id, kpm_id, nik_cipher, nik_token,"
                                + " name_cipher, sex, recorded_at, changed_at) VALUES ('%2$s',"
                                + " '%1$s', 'n', repeat('b', 64), 'm', 'FEMALE', now(), now());"
                                + " COMMIT")
                        .formatted(KPM, MEMBER));

        before.migrateToTheNewest();

        assertThat(
                        before.lines(
                                "SELECT c.source, c.change_no, c.paying_bank, c.account_token,"
                                        + " c.caretaker_member_id, c.caretaker_name_cipher,"
                                        + " c.needs_confirmation,"
                                        + " k.account_waits_since IS NULL FROM kpm k"
                                        + " JOIN account_change c ON c.change_id = k.account_change_id"))
                .containsExactly("CARRIED_OVER 7 BRI token " + MEMBER + " \\x6d f t");
    }
}
