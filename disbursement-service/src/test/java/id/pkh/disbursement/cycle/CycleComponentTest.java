package id.pkh.disbursement.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CycleComponentTest extends DisbursementComponentTest {

    @Test
    void anOfficerOpensACycle() {
        String id =
                Api.open("2026-T2", "2026-04-01", "2026-06-30", "BANK")
                        .statusCode(201)
                        .header("Location", containsString("/api/v1/cycles/2026-T2"))
                        .body("cycle_code", equalTo("2026-T2"))
                        .body("status", equalTo("OPEN"))
                        .body("months", equalTo(3))
                        .body("calculation", nullValue())
                        .body("seal", nullValue())
                        .extract()
                        .path("cycle_id");

        Caller.officer()
                .get("/cycles/2026-T2")
                .statusCode(200)
                .body("cycle_id", equalTo(id))
                .body("verification_period", equalTo("2026-Q1"));
        assertThat(tables.published(UUID.fromString(id)))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.name()).isEqualTo("cycle-opened");
                            assertThat(event.sequence()).isEqualTo(1);
                            assertThat(event.payload().toString())
                                    .contains("\"covers_until\":\"2026-06-30\"");
                        });
    }

    @Test
    void aCodeIsOpenedOnceInEnglishAndIndonesian() {
        Api.openSecondQuarter();

        Api.open("2026-T2", "2026-07-01", "2026-09-30", "BANK")
                .statusCode(409)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo("CYCLE_ALREADY_OPEN"))
                .body("type", equalTo("urn:pkh:problem:CYCLE_ALREADY_OPEN"))
                .body("detail", containsString("The cycle 2026-T2 was opened before"));
        Caller.officer()
                .in("id")
                .post(
                        "/cycles",
                        """
                        {"cycle_code":"2026-T2","covers_from":"2026-07-01","covers_until":"2026-09-30","channel":"BANK","verification_period":"2026-Q2"}
                        """)
                .statusCode(409)
                .body("title", equalTo("Tahap dengan kode ini sudah ada"))
                .body("detail", containsString("Tahap 2026-T2 sudah dibuka"));
    }

    @ParameterizedTest(name = "{0} to {1} on {2}: {3}")
    @CsvSource({
        "2026-04-01, 2026-06-30, BANK, 409",
        "2026-06-01, 2026-06-30, BANK, 409",
        "2026-01-01, 2026-04-30, BANK, 409",
        "2026-05-01, 2026-05-31, BANK, 409",
        "2026-01-01, 2026-12-31, BANK, 409",
        "2026-01-01, 2026-03-31, BANK, 201",
        "2026-07-01, 2026-09-30, BANK, 201",
        "2026-04-01, 2026-06-30, POS,  201"
    })
    void cyclesOfOneChannelDoNotOverlap(String from, String until, String channel, int status) {
        Api.openSecondQuarter();

        var answer = Api.open("OTHER", from, until, channel).statusCode(status);
        if (status == 409) {
            answer.body("code", equalTo("CYCLE_OVERLAPS"))
                    .body("detail", containsString("Cycle 2026-T2 of the channel BANK"));
        }
    }

    @Test
    void theDatabaseRefusesOverlapsToo() {
        Api.openSecondQuarter();

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () ->
                                        tables.execute(
                                                "INSERT INTO payment_cycle SELECT gen_random_uuid(), 'X', covers_from, covers_until,"
                                                        + " channel, verification_period, status, version, opened_by, opened_at FROM payment_cycle")))
                .hasStackTraceContaining("cycle_overlap_bank");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "t2,      2026-04-01, 2026-06-30, BANK, CYCLE_CODE_INVALID",
        "2026-T2, 2026-06-30, 2026-04-01, BANK, CYCLE_RANGE_INVALID",
        "2026-T2, 2026-04-02, 2026-06-30, BANK, CYCLE_NOT_WHOLE_MONTHS",
        "2026-T2, 2026-01-01, 2027-01-31, BANK, CYCLE_TOO_LONG",
        "2026-T2, 2026-04-01, 2026-06-30, CASH, CHANNEL_UNKNOWN"
    })
    void anInvalidCycleIsRefused(
            String code, String from, String until, String channel, String refusal) {
        Api.open(code, from, until, channel).statusCode(422).body("code", equalTo(refusal));
        assertThat(tables.number("SELECT count(*) FROM payment_cycle")).isZero();
    }

    @Test
    void aBodyThatIsNoCycleIsRefused() {
        Caller.officer().post("/cycles", "{\"cycle_code\":").statusCode(400);
        Caller.officer().post("/cycles", "{\"covers_from\":\"April\"}").statusCode(400);
    }

    @Test
    void cyclesAreListedTheLatestFirstPageByPage() {
        Api.open("A", "2026-01-01", "2026-03-31", "BANK").statusCode(201);
        Api.open("B", "2026-04-01", "2026-06-30", "BANK").statusCode(201);
        Api.open("C", "2026-04-01", "2026-06-30", "POS").statusCode(201);

        String next =
                Caller.officer()
                        .get("/cycles?limit=2")
                        .statusCode(200)
                        .body("items.cycle_code", contains("C", "B"))
                        .body("next", notNullValue())
                        .extract()
                        .path("next");
        Caller.officer()
                .get("/cycles?limit=2&after=" + next)
                .body("items.cycle_code", contains("A"))
                .body("next", nullValue());
    }

    @Test
    void onlyAnOfficerOpensCalculatesAndProposesTheSealAndOnlyAnApproverSeals() {
        Api.openSecondQuarter();

        for (String role :
                new String[] {
                    Roles.FACILITATOR,
                    Roles.COORDINATOR,
                    Roles.DATA_ADMINISTRATOR,
                    Roles.AUDITOR,
                    Roles.MINISTRY_APPROVER,
                    Roles.BANK,
                    Roles.OPERATIONS
                }) {
            Caller.as(role, "*").post("/cycles", "{}").statusCode(403);
            Caller.as(role, "*").post("/cycles/2026-T2/calculation").statusCode(403);
            Api.proposeSeal(Caller.as(role, "*"), "2026-T2", 0, 0).statusCode(403);
            if (!role.equals(Roles.MINISTRY_APPROVER)) {
                sealIsForbidden(role);
            }
        }
        sealIsForbidden(Roles.MINISTRY_OFFICER);
    }

    private static void sealIsForbidden(String role) {
        Api.seal(Caller.as(role, "*").withNewKey(), "2026-T2", "0".repeat(64))
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void anOfficerOfOneSubDistrictNeitherOpensNorCalculatesNorSealsTheCountrysCycle() {
        Api.openSecondQuarter();
        Caller local = Caller.as(Roles.MINISTRY_OFFICER, "17.71.08");

        notNational(local.post("/cycles", "{}"));
        notNational(local.post("/cycles/2026-T2/calculation"));
        notNational(Api.proposeSeal(local, "2026-T2", 0, 0));
        notNational(
                Api.seal(
                        Caller.as(Roles.MINISTRY_APPROVER, "17", "31").withNewKey(),
                        "2026-T2",
                        "0".repeat(64)));
        notNational(
                local.withNewKey()
                        .post(
                                "/cycles/2026-T2/seal-proposal/withdrawal",
                                Map.of("list_sha256", "0", "reason", "r")));
        notNational(local.post("/bank-reports/overdue"));
        Caller.as(Roles.OPERATIONS, "*").post("/bank-reports/overdue").statusCode(403);
    }

    private static void notNational(ValidatableResponse answer) {
        answer.statusCode(403).body("code", equalTo("AREAS_NOT_NATIONAL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cycles",
                "/cycles/2026-T2",
                "/cycles/2026-T2/payments",
                "/cycles/2026-T2/summary",
                "/benefit-index"
            })
    void readersReadAndOthersDoNot(String path) {
        Api.openSecondQuarter();

        Caller.anonymous().get(path).statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        for (String role :
                new String[] {
                    Roles.MINISTRY_OFFICER, Roles.MINISTRY_APPROVER, Roles.AUDITOR,
                    Roles.DATA_ADMINISTRATOR, Roles.COORDINATOR, Roles.FACILITATOR
                }) {
            Caller.as(role, "17.71.08").get(path).statusCode(200);
        }
        Caller.as(Roles.BANK, "*").get(path).statusCode(403);
        Caller.as(Roles.EXTERNAL_SYSTEM, "*").get(path).statusCode(403);
    }

    @Test
    void aCycleThatDoesNotExistIsNotFound() {
        for (String path : new String[] {"", "/payments", "/summary"}) {
            Caller.officer()
                    .get("/cycles/NONE" + path)
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
        Api.calculate("NONE").statusCode(404);
        Api.seal("NONE").statusCode(404);
    }

    @Test
    void theApiDocumentDescribesTheCycles() {
        RestAssured.given()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/cycles/{code}/seal'.post.summary", notNullValue())
                .body("paths.'/api/v1/cycles/{code}/payments'.get.summary", notNullValue())
                .body("paths.'/api/v1/standings/{kpmId}'.get.summary", notNullValue());
    }
}
