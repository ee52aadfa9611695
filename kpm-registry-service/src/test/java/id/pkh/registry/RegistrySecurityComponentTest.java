package id.pkh.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import id.pkh.platform.security.Roles;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.log.CapturedLog;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RegistrySecurityComponentTest extends RegistryComponentTest {

    private static final String SOMEBODY = "018f0000-0000-7000-8000-000000000000";

    @ParameterizedTest
    @CsvSource({
        "GET,  /kpm",
        "GET,  /kpm/" + SOMEBODY,
        "GET,  /kpm/" + SOMEBODY + "/members",
        "POST, /kpm",
        "POST, /kpm/" + SOMEBODY + "/members",
        "POST, /kpm/" + SOMEBODY + "/component-changes",
        "POST, /kpm/" + SOMEBODY + "/moves",
        "POST, /kpm/" + SOMEBODY + "/caretaker-changes",
        "POST, /kpm/" + SOMEBODY + "/status-changes",
        "POST, /kpm/status-changes",
        "POST, /payees/reveal",
        "POST, /caretakers/reveal",
        "GET,  /account-changes",
        "GET,  /account-changes/" + SOMEBODY,
        "POST, /account-changes/confirmations",
        "POST, /account-changes/" + SOMEBODY + "/confirmation",
        "POST, /account-changes/" + SOMEBODY + "/refusal",
        "GET,  /initial-rosters",
        "GET,  /initial-rosters/" + SOMEBODY,
        "POST, /initial-rosters",
        "POST, /initial-rosters/" + SOMEBODY + "/withdrawal",
        "GET,  /facilitators",
        "GET,  /facilitators/" + SOMEBODY,
        "POST, /facilitators",
        "POST, /facilitators/" + SOMEBODY + "/assignments",
        "POST, /handovers",
        "GET,  /areas",
        "GET,  /imports",
        "POST, /imports/families",
        "POST, /imports/members",
        "POST, /imports/facilitators",
        "POST, /imports/areas"
    })
    void callersWithoutATokenOrWithTheWrongRoleAreRefusedEverywhere(String method, String path) {
        String type = path.contains("imports") ? "text/csv" : "application/json";
        String body = path.contains("imports") ? "a;b\n" : "{}";
        given().contentType(type)
                .body(method.equals("GET") ? "" : body)
                .request(method, "/api/v1" + path)
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
        String stranger = path.equals("/areas") ? "NOBODY" : Roles.BANK;
        Caller.as(stranger, "*")
                .request()
                .contentType(type)
                .body(method.equals("GET") ? "" : body)
                .request(method, "/api/v1" + path)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @ParameterizedTest
    @CsvSource({"/kpm", "/facilitators", "/handovers", "/imports/families", "/imports/members"})
    void aFacilitatorReadsAndDoesNotWrite(String path) {
        String type = path.contains("imports") ? "text/csv" : "application/json";
        Api.inTheDistrict(Roles.FACILITATOR)
                .request()
                .contentType(type)
                .body(path.contains("imports") ? "a;b\n" : "{}")
                .post("/api/v1" + path)
                .then()
                .statusCode(403);
    }

    @Test
    void aFamilyOfAnotherAreaDoesNotExistForTheCaller() {
        UUID kpm = importedFamily();
        for (String path : List.of("", "/members")) {
            Caller.as(Roles.FACILITATOR, "17.71.08.1002")
                    .get("/kpm/" + kpm + path)
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
        Caller.as(Roles.DATA_ADMINISTRATOR, "17.71.07")
                .post(
                        "/kpm/" + kpm + "/moves",
                        Map.of("village_code", "17.71.08.1002", "effective_on", "2026-01-01"))
                .statusCode(404);
        Caller.as(Roles.MINISTRY_OFFICER, "32")
                .post(
                        "/kpm/" + kpm + "/status-changes",
                        Map.of(
                                "status", "SUSPENDED",
                                "reason", "REVIEW",
                                "effective_on", "2026-01-01"))
                .statusCode(404);
        assertThat(
                        Caller.as(Roles.FACILITATOR, "17.71.08.1002")
                                .read("/kpm?limit=500")
                                .getList("items.village_code"))
                .doesNotContain("17.71.08.1001");
        assertThat(Caller.as(Roles.FACILITATOR, "99").read("/kpm").getList("items")).isEmpty();
        assertThat(Caller.as(Roles.FACILITATOR).read("/kpm").getList("items")).isEmpty();
        Caller.as(Roles.FACILITATOR, "17.71.08.1001")
                .get("/kpm/" + kpm)
                .statusCode(200)
                .body("family_card", not(equalTo("")));
    }

    @Test
    void noNumberNameOrAddressReachesEventsLogsOrTables() {
        String card = TestPeople.card();
        String caretaker = TestPeople.woman("1985-03-02");
        String pupil = TestPeople.woman("2016-05-10");
        String refused = TestPeople.man("2016-05-10");
        String account = TestPeople.account();
        try (CapturedLog log = CapturedLog.ofEverything()) {
            Api.importing(
                            "families",
                            Rows.families()
                                    .row(
                                            card,
                                            caretaker,
                                            "RAHASIA NAMA",
                                            "Jalan Rahasia 7",
                                            "17.71.08.1006",
                                            "17.71.08.1006-01",
                                            "BNI",
                                            account,
                                            "AKTIF",
                                            "2024-01-01"))
                    .statusCode(201);
            Api.importing(
                            "members",
                            Rows.members()
                                    .row(
                                            card,
                                            pupil,
                                            "RAHASIA ANAK",
                                            "2016-05-10",
                                            "P",
                                            "SD",
                                            "10702345",
                                            "",
                                            "",
                                            "2024-07-14",
                                            "")
                                    .row(
                                            card,
                                            refused,
                                            "RAHASIA LAIN",
                                            "2016-05-11",
                                            "L",
                                            "SD",
                                            "",
                                            "",
                                            "",
                                            "2024-07-14",
                                            ""))
                    .statusCode(201);
            Api.administrator()
                    .post(
                            "/kpm",
                            Map.of(
                                    "family_card",
                                    card,
                                    "caretaker",
                                    Map.of("nik", refused, "name", "RAHASIA"),
                                    "village_code",
                                    "17.71.08.1006",
                                    "participating_since",
                                    "2026-01-01"))
                    .statusCode(409);
            String everything =
                    log.text()
                            + tables.wholeOutbox()
                            + tables.text(
                                    "SELECT coalesce(string_agg(t::text, ' '), '') FROM received_file_row t")
                            + tables.text("SELECT string_agg(t::text, ' ') FROM kpm t")
                            + tables.text("SELECT string_agg(t::text, ' ') FROM account_change t")
                            + tables.text("SELECT string_agg(t::text, ' ') FROM family_member t");
            assertThat(everything)
                    .doesNotContain(card, caretaker, pupil, refused, account)
                    .doesNotContain("RAHASIA", "Jalan Rahasia");
            assertThat(log.text()).isNotEmpty();
        }
    }

    @Test
    void theApiDocumentDescribesEveryOperation() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().queryParam("format", "json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("paths");
        assertThat(paths.keySet())
                .contains(
                        "/api/v1/kpm",
                        "/api/v1/kpm/{id}/status-changes",
                        "/api/v1/imports/members",
                        "/api/v1/handovers",
                        "/api/v1/areas");
        paths.forEach(
                (path, operations) ->
                        operations.forEach(
                                (method, operation) ->
                                        assertThat(operation.get("summary"))
                                                .as("%s %s", method, path)
                                                .isNotNull()));
    }
}
