package id.pkh.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.InitialRosterFiles;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people bring an area in, once: one permits exactly one file, the other sends it. */
@QuarkusTest
class InitialRosterComponentTest extends RegistryComponentTest {

    private static final String AREA = "17.71.08";
    private static final Caller OFFICER = Caller.officer("officer-1");

    private final String card = TestPeople.card();
    private final String text = family(card, "17.71.08.1001", "AKTIF", TestPeople.account()).text();

    @BeforeEach
    void noAreaIsBroughtIn() {
        InitialRosterFiles.forgetAll();
    }

    private static Rows family(String card, String village, String status, String account) {
        return Rows.families()
                .row(
                        card,
                        TestPeople.woman("1985-03-02"),
                        "SITI CONTOH",
                        "",
                        village,
                        "",
                        "BRI",
                        account,
                        status,
                        "2024-01-01");
    }

    private static ValidatableResponse permit(Caller by, String area, String file) {
        return by.post("/initial-rosters", Map.of("area", area, "sha256", sha256(file)));
    }

    private static String sha256(String file) {
        return InitialRosterFiles.sha256(file.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse send(String file) {
        return Api.sending(Api.administrator(), "families", file);
    }

    @Test
    void withoutARosterAListBringsInCandidatesOnly() {
        send(text)
                .statusCode(422)
                .body("refusals.code", contains("STATUS_NEEDS_DECISION"))
                .body("refusals.column", contains("status"));
        send(family(card, "17.71.08.1001", "LAYAK", "").text()).statusCode(422);
        send(family(card, "17.71.08.1001", "CALON", "").text()).statusCode(201);
    }

    @Test
    void aPermittedFileBringsItsFamiliesInWithStatusAndConfirmedAccount() {
        send(text).statusCode(422);
        String id = permit(OFFICER, AREA, text).statusCode(201).extract().path("roster_id");

        String fileId = send(text).statusCode(201).extract().path("file_id");

        UUID kpm = familyOf(card);
        assertThat(tables.text("SELECT status FROM kpm WHERE id = ?", kpm)).isEqualTo("ACTIVE");
        assertThat(
                        tables.lines(
                                "SELECT source, changed_by, permitted_by, line, file_id"
                                        + " FROM account_change WHERE kpm_id = ?",
                                kpm))
                .containsExactly("INITIAL_ROSTER data_administrator-1 officer-1 2 " + fileId);
        assertThat(Api.administrator().read("/initial-rosters").getMap("items[0]"))
                .containsEntry("roster_id", id)
                .containsEntry("status", "USED")
                .containsEntry("used_by", "data_administrator-1")
                .containsEntry("file_id", fileId);
        send(text).statusCode(200).body("status", equalTo("ALREADY_RECEIVED"));
        OFFICER.post("/initial-rosters/" + id + "/withdrawal")
                .statusCode(409)
                .body("code", equalTo("ROSTER_NOT_OPEN"));
    }

    @Test
    void aListThatWasSentInPartBeforeDoesNotStandInTheWayOfItsPermission() {
        String file =
                text
                        + family(TestPeople.card(), "17.71.08.1001", "CALON", "")
                                .text()
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow()
                        + "\n";
        send(file).statusCode(201).body("status", equalTo("PARTLY_APPLIED"));
        permit(OFFICER, AREA, file).statusCode(201);

        send(file)
                .statusCode(201)
                .body("kind", equalTo("initial-roster"))
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(1));
    }

    @Test
    void onlyExactlyThePermittedBytesAreARoster() {
        permit(OFFICER, AREA, text).statusCode(201);

        send(text + "\n").statusCode(422).body("refusals.code", contains("STATUS_NEEDS_DECISION"));
        send(text).statusCode(201);
    }

    @Test
    void whoPermittedAFileCannotSendIt() {
        Caller both =
                Caller.named(
                        "officer-1",
                        List.of(Roles.MINISTRY_OFFICER, Roles.DATA_ADMINISTRATOR),
                        "17.71.08");
        permit(both, AREA, text).statusCode(201);

        Api.sending(both, "families", text)
                .statusCode(409)
                .body("code", equalTo("ROSTER_SAME_PERSON"));
        assertThat(tables.number("SELECT count(*) FROM initial_roster WHERE status = 'PERMITTED'"))
                .isEqualTo(1);
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE initial_roster SET status = 'USED', used_by ="
                                                + " permitted_by, used_at = now(), file_id ="
                                                + " gen_random_uuid()"))
                .hasStackTraceContaining("initial_roster_by_two");
        send(text).statusCode(201);
    }

    @Test
    void familiesOutsideTheAreaOfTheRosterAreRefused() {
        String outside =
                text
                        + String.join(
                                ";",
                                TestPeople.card(),
                                TestPeople.woman("1985-03-02"),
                                "SITI CONTOH",
                                "",
                                "17.71.08.1002",
                                "",
                                "",
                                "",
                                "CALON",
                                "2024-01-01\n");
        permit(OFFICER, "17.71.08.1001", outside).statusCode(201);

        send(outside)
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("refusals.code", contains("OUTSIDE_ROSTER_AREA"));
    }

    @Test
    void aFileOfSeveralAreasIsPermittedForEachOfThem() {
        String two =
                text
                        + String.join(
                                ";",
                                TestPeople.card(),
                                TestPeople.woman("1985-03-02"),
                                "SITI CONTOH",
                                "",
                                "17.71.08.1002",
                                "",
                                "",
                                "",
                                "AKTIF",
                                "2024-01-01\n");
        permit(OFFICER, "17.71.08.1001", two).statusCode(201);
        permit(OFFICER, "17.71.08.1002", two).statusCode(201);

        send(two).statusCode(201).body("rows_applied", equalTo(2));
    }

    @Test
    void whatLayOutsideTheAreasOfOneSenderIsBroughtInByAnotherWithTheSameBytes() {
        String other = TestPeople.card();
        String two =
                text
                        + String.join(
                                ";",
                                other,
                                TestPeople.woman("1985-03-02"),
                                "SITI CONTOH",
                                "",
                                "17.71.08.1002",
                                "",
                                "BRI",
                                TestPeople.account(),
                                "AKTIF",
                                "2024-01-01\n");
        permit(OFFICER, AREA, two).statusCode(201);
        Caller ofOneVillage =
                Caller.named("administrator-7", Roles.DATA_ADMINISTRATOR, "17.71.08.1001");
        String first =
                Api.sending(ofOneVillage, "families", two)
                        .statusCode(201)
                        .body("rows_applied", equalTo(1))
                        .body("refusals.code", contains("VILLAGE_UNKNOWN"))
                        .extract()
                        .path("file_id");

        String second =
                send(two)
                        .statusCode(201)
                        .body("kind", equalTo("initial-roster"))
                        .body("rows_applied", equalTo(1))
                        .body("rows_unchanged", equalTo(1))
                        .extract()
                        .path("file_id");

        assertThat(
                        tables.lines(
                                "SELECT source, changed_by, permitted_by, line, file_id"
                                        + " FROM account_change WHERE kpm_id = ?",
                                familyOf(other)))
                .containsExactly("INITIAL_ROSTER data_administrator-1 officer-1 3 " + second);
        Api.sending(ofOneVillage, "families", two).statusCode(200).body("file_id", equalTo(first));
        Api.sending(
                        Caller.named(
                                "officer-1",
                                List.of(Roles.MINISTRY_OFFICER, Roles.DATA_ADMINISTRATOR),
                                "17"),
                        "families",
                        two)
                .statusCode(409)
                .body("code", equalTo("ROSTER_SAME_PERSON"));
    }

    @Test
    void anAreaIsBroughtInOnce() {
        permit(OFFICER, AREA, text).statusCode(201);
        for (String overlapping : List.of("17", "17.71", AREA, "17.71.08.1001")) {
            permit(OFFICER, overlapping, text + overlapping)
                    .statusCode(409)
                    .body("code", equalTo("ROSTER_AREA_TAKEN"))
                    .body("area", equalTo(AREA));
        }
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO initial_roster (roster_id, area_code, sha256,"
                                                + " status, permitted_by, permitted_at) VALUES"
                                                + " (gen_random_uuid(), '17.71.08.1001',"
                                                + " repeat('a', 64), 'PERMITTED', 'x', now())"))
                .hasStackTraceContaining("initial_roster_once_per_area");
    }

    @Test
    void aPermissionIsWithdrawnUntilItIsUsed() {
        String id = permit(OFFICER, AREA, text).statusCode(201).extract().path("roster_id");
        Caller elsewhere = Caller.as(Roles.MINISTRY_OFFICER, "32");
        elsewhere.post("/initial-rosters/" + id + "/withdrawal").statusCode(404);
        elsewhere.get("/initial-rosters/" + id).statusCode(404);

        OFFICER.post("/initial-rosters/" + id + "/withdrawal")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        OFFICER.get("/initial-rosters/" + id)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawn_by", equalTo("officer-1"));

        send(text).statusCode(422).body("refusals.code", contains("STATUS_NEEDS_DECISION"));
        permit(OFFICER, AREA, text).statusCode(201);
        send(text).statusCode(201);
    }

    @Test
    void anOfficerPermitsOnlyForOwnAreasThatAreKnown() {
        permit(Caller.as(Roles.MINISTRY_OFFICER, "17.71.08.1001"), AREA, text)
                .statusCode(422)
                .body("code", equalTo("AREA_UNKNOWN"));
        permit(OFFICER, "99", text).statusCode(422).body("code", equalTo("AREA_UNKNOWN"));
        OFFICER.post("/initial-rosters", Map.of("area", AREA, "sha256", "abc"))
                .statusCode(422)
                .body("code", equalTo("SHA256_INVALID"));
        permit(Api.administrator(), AREA, text).statusCode(403);
        permit(OFFICER, AREA, text).statusCode(201);
        Caller.as(Roles.AUDITOR, "32").get("/initial-rosters").body("items", empty());
        Caller.as(Roles.AUDITOR, "*").get("/initial-rosters").body("items.area", hasItem(AREA));
    }

    @Test
    void whoRegistersAFamilyDoesNotActivateItAlone() {
        Caller both =
                Caller.named(
                        "officer-1",
                        List.of(Roles.MINISTRY_OFFICER, Roles.DATA_ADMINISTRATOR),
                        "17.71.08");
        Api.sending(both, "families", family(card, "17.71.08.1001", "CALON", "").text())
                .statusCode(201);
        String changes = "/kpm/" + familyOf(card) + "/status-changes";
        for (String status : List.of("INVITED", "VALIDATED", "ELIGIBLE")) {
            both.post(changes, decision(status)).statusCode(200);
        }
        both.post(changes, decision("ACTIVE"))
                .statusCode(409)
                .body("code", equalTo("STATUS_SAME_PERSON"));
        Caller.officer("officer-2").post(changes, decision("ACTIVE")).statusCode(200);
    }

    @Test
    void theMinistryDecidesOnManyCandidatesAtOnceEachByItself() {
        String other = TestPeople.card();
        send(family(card, "17.71.08.1001", "CALON", "").text()).statusCode(201);
        send(family(other, "17.71.08.1001", "CALON", "").text()).statusCode(201);
        UUID first = familyOf(card);
        UUID second = familyOf(other);

        OFFICER.post(
                        "/kpm/status-changes",
                        Map.of(
                                "changes",
                                List.of(
                                        Map.of("kpm_id", first, "decision", decision("INVITED")),
                                        Map.of("kpm_id", second, "decision", decision("ACTIVE")),
                                        Map.of(
                                                "kpm_id",
                                                UUID.randomUUID(),
                                                "decision",
                                                decision("INVITED")))))
                .statusCode(200)
                .body(
                        "items.outcome",
                        contains("DECIDED", "INVALID_STATUS_TRANSITION", "NOT_FOUND"));
        assertThat(tables.text("SELECT status FROM kpm WHERE id = ?", first)).isEqualTo("INVITED");
        assertThat(tables.text("SELECT status FROM kpm WHERE id = ?", second))
                .isEqualTo("CANDIDATE");
        OFFICER.post("/kpm/status-changes", Map.of("changes", List.of()))
                .statusCode(400)
                .body("code", equalTo("FAMILY_IDS_INVALID"));
        Api.administrator().post("/kpm/status-changes", "{}").statusCode(403);
    }

    private static Map<String, String> decision(String status) {
        return Map.of("status", status, "reason", "DECREE", "effective_on", "2026-01-15");
    }
}
