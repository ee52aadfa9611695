package id.pkh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.log.CapturedLog;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportResumeComponentTest extends RegistryComponentTest {

    @AfterEach
    void theDatabaseWorksAgain() {
        tables.execute("DROP TRIGGER IF EXISTS the_disk_is_full ON kpm");
        tables.execute("DROP FUNCTION IF EXISTS fail_group_99()");
    }

    private void theDatabaseFailsAtGroup99() {
        tables.execute(
                "CREATE FUNCTION fail_group_99() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN RAISE EXCEPTION 'disk full' USING ERRCODE = 'disk_full'; END $$");
        tables.execute(
                "CREATE TRIGGER the_disk_is_full BEFORE INSERT ON kpm FOR EACH ROW"
                        + " WHEN (NEW.group_code = '17.71.08.1002-99') EXECUTE FUNCTION fail_group_99()");
    }

    @Test
    void anImportThatStoppedIsResumedWhenTheSameFileIsReceivedAgain() {
        Rows rows = Rows.families();
        String firstCard = TestPeople.card();
        rows.family(firstCard, TestPeople.woman("1985-03-02"));
        rows.row("not a card");
        for (int i = 3; i <= 1200; i++) {
            rows.row(
                    TestPeople.card(),
                    TestPeople.woman("1985-03-02"),
                    "SITI CONTOH",
                    "",
                    "17.71.08.1002",
                    i == 1100 ? "17.71.08.1002-99" : "17.71.08.1002-01",
                    "BRI",
                    "",
                    "AKTIF",
                    "2024-01-01");
        }
        rows.family(
                firstCard, TestPeople.woman("1970-01-01")); // the same card, after the interruption
        theDatabaseFailsAtGroup99();

        try (CapturedLog log = CapturedLog.ofEverything()) {
            Api.importing("families", rows).statusCode(503).body("code", equalTo("UNAVAILABLE"));
            assertThat(log.text()).contains("disk full").doesNotContain("VALUES", "Failing row");
        }
        UUID first = familyOf(firstCard);
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM received_file WHERE status = 'IN_PROGRESS'"
                                        + " AND last_line = 1001 AND rows_applied = 999"
                                        + " AND rows_refused = 1"))
                .isEqualTo(1);

        theDatabaseWorksAgain();
        Api.importing("families", rows)
                .statusCode(201)
                .body("rows_read", equalTo(1201))
                .body("rows_applied", equalTo(1199))
                .body("rows_refused", equalTo(2))
                .body("refusals.line[0]", equalTo(3))
                .body(
                        "refusals.findAll { it.line == 1202 }.code",
                        contains("FAMILY_CARD_DUPLICATE"));

        assertThat(tables.names(first)).containsExactly("kpm-registered", "kpm-state");
        Api.importing("families", rows).statusCode(200).body("status", equalTo("ALREADY_RECEIVED"));
    }
}
