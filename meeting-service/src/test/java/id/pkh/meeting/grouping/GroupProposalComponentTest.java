package id.pkh.meeting.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Village;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The machine proposes groups, people change them, and a named person settles them. */
@QuarkusTest
@OnLocalStack("meeting")
class GroupProposalComponentTest extends GroupingComponentTest {

    @Test
    void familiesWithoutAGroupAreProposedChangedAndPlaced() {
        List<Family> waiting = withoutGroup(31);
        String id =
                propose()
                        .statusCode(201)
                        .body("status", equalTo("OPEN"))
                        .body("policy_code", equalTo("GROUP-SIZE-2026"))
                        .body("groups.group_code", contains(village.group(1), village.group(2)))
                        .body("groups.families", contains(16, 15))
                        .body("groups.size", contains("WITHIN", "WITHIN"))
                        .body("groups[0].is_formed", equalTo(false))
                        .body("groups[0].kpm_ids[0]", equalTo(waiting.get(0).kpmId().toString()))
                        .extract()
                        .path("proposal_id");

        Family last = waiting.get(30);
        change(id, 1, last, village.group(1))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("groups.families", contains(17, 14))
                .body("groups.size", contains("WITHIN", "BELOW"))
                .body("groups[0].changed_kpm_ids", contains(last.kpmId().toString()));

        settle(id, 2, TODAY)
                .statusCode(200)
                .body("status", equalTo("SETTLED"))
                .body("first_day", equalTo(TODAY))
                .body("closed_by", equalTo("facilitator-1"));
        UUID first =
                UUID.fromString(
                        Api.facilitator(village)
                                .read("/groups?village=" + village.code())
                                .getString("items[0].group_id"));
        PublishedEvent placed = published.about(first, "families-placed").get(0);
        assertThat(placed.text("cause")).isEqualTo("SETTLEMENT");
        assertThat(placed.text("occurred_on")).isEqualTo(TODAY);
        assertThat(placed.list("kpm_ids")).hasSize(17).contains(last.kpmId().toString());
        Api.facilitator(village)
                .get("/groups/" + first)
                .body("name", equalTo("Melati"))
                .body("formed_on", equalTo(TODAY));

        groupOf(last, TODAY)
                .body("group_code", nullValue())
                .body("latest_placement.is_waiting", equalTo(true));
        propose().statusCode(422).body("code", equalTo("NO_FAMILY_WITHOUT_GROUP"));
        follows(last, 2, village.group(1), TODAY);
        groupOf(last, TODAY)
                .body("group_id", equalTo(first.toString()))
                .body("latest_placement.is_waiting", equalTo(false));
        groupOf(last, "2026-06-09").body("group_code", nullValue());
    }

    @Test
    void fewFamiliesJoinAGroupThatHasRoomWhichKeepsItsName() {
        aGroupOf(2);
        List<Family> waiting = withoutGroup(2);
        String id =
                propose()
                        .body("groups.group_code", contains(group))
                        .body("groups[0].is_formed", equalTo(true))
                        .body("groups[0].families", equalTo(4))
                        .body("groups[0].size", equalTo("BELOW"))
                        .extract()
                        .path("proposal_id");
        settle(id, 1, "2024-12-31")
                .statusCode(422)
                .body("code", equalTo("PLACEMENT_BEFORE_GROUP_FORMED"));
        settle(id, 1, TODAY).statusCode(200).body("groups[0].families", equalTo(2));

        assertThat(published.about(groupId, "families-placed").get(0).list("kpm_ids"))
                .containsExactlyInAnyOrder(
                        waiting.get(0).kpmId().toString(), waiting.get(1).kpmId().toString());
        assertThat(published.about(groupId, "group-formed")).hasSize(1);
        Api.facilitator(village)
                .get("/groups/" + groupId + "/placements")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].cause", equalTo("SETTLEMENT"))
                .body("items[0].reason", nullValue());
    }

    @Test
    void whatCannotBeProposedChangedOrSettledIsRefused() {
        propose().statusCode(422).body("code", equalTo("NO_FAMILY_WITHOUT_GROUP"));
        List<Family> waiting = withoutGroup(2);
        String id = propose().statusCode(201).extract().path("proposal_id");
        propose()
                .statusCode(409)
                .body("code", equalTo("PROPOSAL_OPEN"))
                .body("proposal_id", equalTo(id));
        Api.facilitator(Village.another())
                .post("/group-proposals", Map.of("village_code", village.code()))
                .statusCode(422)
                .body("code", equalTo("VILLAGE_OUTSIDE_AREAS"));

        refused(change(id, 2, waiting.get(0), village.group(2)), 409, "PROPOSAL_CHANGED");
        refused(change(id, 1, Family.another(), village.group(2)), 422, "FAMILY_NOT_PROPOSED");
        refused(change(id, 1, waiting.get(0), "1-1"), 422, "GROUP_CODE_INVALID");
        refused(
                change(id, 1, waiting.get(0), Village.another().group(1)),
                422,
                "GROUP_OF_OTHER_VILLAGE");
        refused(settle(id, 2, TODAY), 409, "PROPOSAL_CHANGED");
        refused(settle(id, 1, "2026-06-11"), 422, "DATE_IN_FUTURE");
        refused(settleNaming(id, village.group(9)), 422, "GROUP_NOT_PROPOSED");

        follows(waiting.get(1), 2, village.group(7), "2026-06-01");
        settle(id, 1, TODAY)
                .statusCode(409)
                .body("code", equalTo("PROPOSAL_OUTDATED"))
                .body("kpm_ids", contains(waiting.get(1).kpmId().toString()));

        withdraw(id, 1).statusCode(200).body("status", equalTo("WITHDRAWN"));
        refused(withdraw(id, 1), 409, "PROPOSAL_CLOSED");
        refused(change(id, 1, waiting.get(0), village.group(2)), 409, "PROPOSAL_CLOSED");
        refused(settle(id, 1, TODAY), 409, "PROPOSAL_CLOSED");
        propose().statusCode(201).body("groups[0].kpm_ids", hasSize(1));
    }

    @Test
    void proposalsAreShownInTheirAreasOnly() {
        withoutGroup(1);
        String id = propose().extract().path("proposal_id");
        Api.coordinator(village)
                .get("/group-proposals?village=" + village.code() + "&status=OPEN")
                .statusCode(200)
                .body("items.proposal_id", contains(id));
        Api.coordinator(village).get("/group-proposals?status=SETTLED").body("items", hasSize(0));
        Caller elsewhere = Api.facilitator(Village.another());
        elsewhere.get("/group-proposals").body("items", hasSize(0));
        elsewhere.get("/group-proposals/" + id).statusCode(404);
        elsewhere
                .post("/group-proposals/" + id + "/withdrawal", Map.of("version", 1))
                .statusCode(404);
        Caller.as(Roles.AUDITOR, "*")
                .post("/group-proposals/" + id + "/withdrawal", Map.of("version", 1))
                .statusCode(403);
    }

    private ValidatableResponse propose() {
        return Api.facilitator(village)
                .post("/group-proposals", Map.of("village_code", village.code()));
    }

    private ValidatableResponse change(String id, int version, Family family, String code) {
        return Api.facilitator(village)
                .post(
                        "/group-proposals/" + id + "/changes",
                        Map.of(
                                "version", version,
                                "kpm_id", family.kpmId(),
                                "group_code", code));
    }

    private ValidatableResponse settle(String id, int version, String firstDay) {
        return settle(
                id,
                Map.of(
                        "version", version,
                        "first_day", firstDay,
                        "groups",
                                List.of(Map.of("group_code", village.group(1), "name", "Melati"))));
    }

    private ValidatableResponse settleNaming(String id, String code) {
        return settle(
                id,
                Map.of(
                        "version",
                        1,
                        "first_day",
                        TODAY,
                        "groups",
                        List.of(Map.of("group_code", code, "name", "Mawar"))));
    }

    private ValidatableResponse settle(String id, Map<String, ?> request) {
        return Api.facilitator(village).post("/group-proposals/" + id + "/settlement", request);
    }

    private ValidatableResponse withdraw(String id, int version) {
        return Api.facilitator(village)
                .post("/group-proposals/" + id + "/withdrawal", Map.of("version", version));
    }

    private static void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("code", equalTo(code));
    }
}
