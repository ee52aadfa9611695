package id.pkh.meeting.group;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.MeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Village;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnLocalStack("meeting")
class GroupComponentTest extends MeetingComponentTest {

    private static final String HEADER =
            "kode_kelompok;nama_kelompok;kode_desa;tempat_pertemuan;tanggal_dibentuk\n";

    @Test
    void aListOfGroupsFormsThemWithTheFamiliesThatAreKnown() {
        Family family = registry.families(village, village.group(1), 1).get(0);

        send(row(1, "Melati", "05/01/2025") + row(2, "Mawar", "2025-02-01"))
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .body("rows_applied", equalTo(2));

        JsonPath groups = Api.facilitator(village).read("/groups?village=" + village.code());
        assertThat(groups.getList("items.group_code"))
                .containsExactly(village.group(1), village.group(2));
        assertThat(groups.getList("items.families")).containsExactly(1, 0);
        UUID first = UUID.fromString(groups.getString("items[0].group_id"));
        PublishedEvent formed = published.about(first, "group-formed").get(0);
        assertThat(formed.text("occurred_on")).isEqualTo("2025-01-05");
        assertThat(formed.list("member_kpm_ids")).containsExactly(family.kpmId().toString());
    }

    @Test
    void theSameListAgainIsKnownAndALongerOneFormsOnlyWhatIsNew() {
        String two = row(1, "Melati", "05/01/2025") + row(2, "Mawar", "05/01/2025");
        send(two).statusCode(201);
        send(two).statusCode(200).body("status", equalTo("ALREADY_RECEIVED"));

        send(two + row(3, "Kenanga", "05/01/2025"))
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(2));

        JsonPath groups = Api.facilitator(village).read("/groups");
        for (String id : groups.getList("items.group_id", String.class)) {
            assertThat(published.about(UUID.fromString(id))).hasSize(1);
        }
    }

    @Test
    void aRowIsRefusedForAReasonThatTheSenderCanRead() {
        Village elsewhere = Village.another();
        String rows =
                row(1, "Melati", "05/01/2025")
                        + "KELOMPOK-1;Mawar;"
                        + village.code()
                        + ";Balai;05/01/2025\n"
                        + village.group(3)
                        + ";Mawar;"
                        + elsewhere.code()
                        + ";Balai;05/01/2025\n"
                        + elsewhere.group(1)
                        + ";Mawar;"
                        + elsewhere.code()
                        + ";Balai;05/01/2025\n"
                        + row(4, "", "05/01/2025")
                        + row(5, "Mawar", "31/02/2025")
                        + row(6, "Mawar", "11/06/2026")
                        + row(1, "Melati", "05/01/2025");

        send(rows)
                .statusCode(201)
                .body("status", equalTo("PARTLY_APPLIED"))
                .body("rows_applied", equalTo(1))
                .body(
                        "refusals.code",
                        equalTo(
                                List.of(
                                        "GROUP_CODE_INVALID",
                                        "GROUP_CODE_OF_OTHER_VILLAGE",
                                        "VILLAGE_OUTSIDE_AREAS",
                                        "GROUP_NAME_INVALID",
                                        "GROUP_DATE_INVALID",
                                        "GROUP_DATE_INVALID",
                                        "GROUP_TWICE_IN_FILE")))
                .body("refusals[0].line", equalTo(3));
    }

    @Test
    void groupsOutsideTheAreasOfOneSenderAreFormedWhenAnotherSendsTheSameFile() {
        Village elsewhere = Village.another();
        String rows =
                row(1, "Melati", "05/01/2025")
                        + "%s;Mawar;%s;Balai;05/01/2025%n"
                                .formatted(elsewhere.group(1), elsewhere.code());
        send(rows)
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("refusals.code", equalTo(List.of("VILLAGE_OUTSIDE_AREAS")));

        Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "*")
                .send("/imports/groups", (HEADER + rows).getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(1))
                .body("rows_refused", equalTo(0));
        send(rows).statusCode(200).body("rows_refused", equalTo(1));
    }

    @Test
    void aGroupWhoseNameOrPlaceHasALongNumberIsRefused() {
        send(row(1, "Melati 1771 0801 0190 0001", "05/01/2025")
                        + row(2, "Mawar", "05/01/2025")
                                .replace("Balai Kelurahan", "Rumah 081234567890")
                        + row(3, "Anggrek", "05/01/2025"))
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body(
                        "refusals.code",
                        equalTo(List.of("TEXT_HAS_LONG_NUMBER", "TEXT_HAS_LONG_NUMBER")))
                .body("refusals.masked_value", equalTo(List.of("", "")));
    }

    @Test
    void aGroupIsNotFormedTwice() {
        send(row(1, "Melati", "05/01/2025")).statusCode(201);

        send(row(1, "Melati", "06/01/2025"))
                .statusCode(422)
                .body("refusals.code", equalTo(List.of("GROUP_ALREADY_FORMED")));
        form(village.group(1), "2025-01-06")
                .statusCode(409)
                .body("code", equalTo("GROUP_ALREADY_FORMED"));
    }

    @Test
    void aFileThatIsNoListOfGroupsIsRefused() {
        administrator()
                .send("/imports/groups", "no_kk;nama\n1;2\n".getBytes())
                .statusCode(422)
                .body("code", equalTo("FILE_NOT_A_LIST_OF_GROUPS"));
    }

    @Test
    void aGroupIsFormedByOneRequestOnce() {
        form(village.group(1), "2025-01-05").statusCode(201).body("officers", nullValue());
        form(village.group(1), "2025-01-05").statusCode(200);
        form("1-1", "2025-01-05").statusCode(422).body("code", equalTo("GROUP_CODE_INVALID"));
        form(village.group(2), "2026-06-11")
                .statusCode(422)
                .body("code", equalTo("DATE_IN_FUTURE"));
        form(Village.another().group(1), "2025-01-05")
                .statusCode(422)
                .body("code", equalTo("VILLAGE_OUTSIDE_AREAS"));
        Api.facilitator(village)
                .post("/groups", Map.of("group_code", village.group(2)))
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
    }

    @Test
    void aGroupElectsThreeOfItsFamilies() {
        List<Family> families = registry.families(village, village.group(1), 4);
        registry.assign(village, "2025-01-01", null);
        UUID group = Api.formGroup(village, village.group(1));
        Map<String, Object> elected =
                Map.of(
                        "chair_kpm_id", families.get(0).kpmId(),
                        "secretary_kpm_id", families.get(1).kpmId(),
                        "treasurer_kpm_id", families.get(2).kpmId(),
                        "elected_on", "2026-01-20");

        elect(group, elected)
                .statusCode(201)
                .body("officers.chair_kpm_id", equalTo(families.get(0).kpmId().toString()))
                .body("facilitator_id", equalTo(village.facilitatorId().toString()))
                .body("kpm_ids", hasSize(4));
        elect(group, elected).statusCode(200);

        List<PublishedEvent> said = published.about(group, "officers-elected");
        assertThat(said).hasSize(1);
        assertThat(said.get(0).text("treasurer_kpm_id"))
                .isEqualTo(families.get(2).kpmId().toString());
        assertThat(said.get(0).sequence()).isEqualTo(2);
    }

    @Test
    void anElectionThatCannotBeIsRefused() {
        List<Family> families = registry.families(village, village.group(1), 3);
        UUID group = Api.formGroup(village, village.group(1));

        elect(group, officers(families.get(0), families.get(0), families.get(1), "2026-01-20"))
                .statusCode(422)
                .body("code", equalTo("OFFICERS_NOT_DISTINCT"));
        elect(group, officers(families.get(0), families.get(1), Family.another(), "2026-01-20"))
                .statusCode(422)
                .body("code", equalTo("OFFICER_NOT_IN_GROUP"));
        elect(group, officers(families.get(0), families.get(1), families.get(2), "2026-06-11"))
                .statusCode(422)
                .body("code", equalTo("DATE_IN_FUTURE"));
        assertThat(published.about(group, "officers-elected")).isEmpty();
    }

    @Test
    void groupsAreShownPageByPageAndOnlyInTheCallersAreas() {
        StringBuilder rows = new StringBuilder();
        for (int number = 1; number <= 7; number++) {
            rows.append(row(number, "Melati", "05/01/2025"));
        }
        send(rows.toString()).statusCode(201);
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = Api.facilitator(village).read("/groups?limit=3" + after);
            seen.addAll(page.getList("items.group_code"));
            after = page.get("next") == null ? null : "&after=" + page.getString("next");
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
        Village elsewhere = Village.another();
        assertThat(Api.facilitator(elsewhere).read("/groups").getList("items")).isEmpty();
        assertThat(
                        Api.facilitator(elsewhere)
                                .read("/groups?village=" + village.code())
                                .getList("items"))
                .isEmpty();
        Api.facilitator(village)
                .get("/groups?village=nowhere")
                .statusCode(422)
                .body("code", equalTo("AREA_CODE_INVALID"));
    }

    @Test
    void aGroupElsewhereDoesNotExistForTheCaller() {
        UUID group = Api.formGroup(village, village.group(1));
        Api.facilitator(Village.another()).get("/groups/" + group).statusCode(404);
        Api.facilitator(village)
                .get("/groups/" + UUID.randomUUID())
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        Api.facilitator(village)
                .get("/groups/" + group)
                .statusCode(200)
                .body("group_id", notNullValue());
    }

    @Test
    void theRolesDecideWhoMayFormGroups() {
        given().get("/api/v1/groups").then().statusCode(401).body("code", containsString("UNAUTH"));
        Api.facilitator(village).send("/imports/groups", HEADER.getBytes()).statusCode(403);
        Caller.as(Roles.BANK, "*").get("/groups").statusCode(403);
        Caller.as(Roles.AUDITOR, "*").post("/groups", Map.of()).statusCode(403);
        Caller.as(Roles.AUDITOR, "*").get("/groups?limit=1").statusCode(200);
    }

    private ValidatableResponse send(String rows) {
        return administrator()
                .send("/imports/groups", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private Caller administrator() {
        return Caller.as(Roles.DATA_ADMINISTRATOR, village.district());
    }

    private String row(int number, String name, String formedOn) {
        return "%s;%s;%s;Balai Kelurahan;%s%n"
                .formatted(village.group(number), name, village.code(), formedOn);
    }

    private ValidatableResponse form(String code, String formedOn) {
        return Api.facilitator(village)
                .post(
                        "/groups",
                        Map.of("group_code", code, "name", "Melati", "formed_on", formedOn));
    }

    private ValidatableResponse elect(UUID group, Map<String, ?> officers) {
        return Api.facilitator(village).post("/groups/" + group + "/officers", officers);
    }

    private static Map<String, Object> officers(
            Family chair, Family secretary, Family treasurer, String on) {
        return Map.of(
                "chair_kpm_id", chair.kpmId(),
                "secretary_kpm_id", secretary.kpmId(),
                "treasurer_kpm_id", treasurer.kpmId(),
                "elected_on", on);
    }
}
