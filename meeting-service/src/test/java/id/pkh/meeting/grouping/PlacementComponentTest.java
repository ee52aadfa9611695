package id.pkh.meeting.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Village;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Families move, groups are split and merged, and what happened before stays. */
@QuarkusTest
@OnLocalStack("meeting")
class PlacementComponentTest extends GroupingComponentTest {

    @Inject DataSource database;

    private String other;
    private UUID otherId;

    @BeforeEach
    void twoGroups() {
        aGroupOf(3);
        other = village.group(2);
        otherId = Api.formGroup(village, other);
    }

    @Test
    void aFamilyMovesFromADayOnAndItsHistoryStays() {
        Family family = families.get(0);
        Api.facilitator(village)
                .post("/meetings", meeting("2026-05-20", family, "ABSENT"))
                .statusCode(201);

        move(family, other, "2026-06-01")
                .statusCode(201)
                .body("group_code", equalTo(group))
                .body("latest_placement.cause", equalTo("MOVE"))
                .body("latest_placement.is_waiting", equalTo(true));
        move(family, other, "2026-06-01").statusCode(200);
        move(family, other, "2026-06-02").statusCode(409).body("code", equalTo("PLACEMENT_WAITS"));
        PublishedEvent placed = published.about(otherId, "families-placed").get(0);
        assertThat(placed.list("kpm_ids")).containsExactly(family.kpmId().toString());
        assertThat(placed.text("occurred_on")).isEqualTo("2026-06-01");

        follows(family, 2, other, "2026-06-01");
        groupOf(family, "2026-05-31").body("group_code", equalTo(group));
        groupOf(family, "2026-06-01")
                .body("group_code", equalTo(other))
                .body("group_id", equalTo(otherId.toString()))
                .body("history.group_code", contains(group, other))
                .body("history.last_day", contains("2026-05-31", null))
                .body("latest_placement.is_waiting", equalTo(false));
        assertThat(published.about(otherId, "group-members-changed")).hasSize(1);
        Api.facilitator(village)
                .get("/absences?month=2026-05")
                .body("items.group_code", contains(group));

        move(family, group, "2026-06-05").statusCode(201);
    }

    @Test
    void aMoveThatCannotBeIsRefused() {
        Family family = families.get(0);
        move(family, group, "2026-06-01").statusCode(200);
        refused(move(family, other, "2026-06-11"), 422, "DATE_IN_FUTURE");
        refused(move(family, other, "2024-12-31"), 422, "PLACEMENT_BEFORE_GROUP_FORMED");
        refused(move(family, village.group(9), TODAY), 404, "GROUP_UNKNOWN");
        refused(move(Family.another(), other, TODAY), 404, "NOT_FOUND");
        refused(
                Api.facilitator(village)
                        .post(
                                "/families/" + family.kpmId() + "/group",
                                Map.of(
                                        "group_code", other,
                                        "first_day", TODAY,
                                        "reason", "Ibu 1771 0801 0190 0001")),
                422,
                "TEXT_HAS_LONG_NUMBER");

        Village neighbour = village.neighbour(1);
        Api.formGroup(neighbour, neighbour.group(1));
        refused(
                Api.coordinator(village)
                        .post(
                                "/families/" + family.kpmId() + "/group",
                                Map.of(
                                        "group_code",
                                        neighbour.group(1),
                                        "first_day",
                                        TODAY,
                                        "reason",
                                        "Nearer")),
                422,
                "GROUP_OF_OTHER_VILLAGE");

        Api.close(village, "2026-05").statusCode(201);
        refused(move(family, other, "2026-05-31"), 409, "PLACEMENT_IN_CLOSED_MONTH");
        registry.state(family, 2, village, group, "2026-06-01", "TERMINATED");
        registry.await();
        refused(move(family, other, "2026-06-02"), 409, "FAMILY_HAS_LEFT");
    }

    @Test
    void aGroupIsSplitAndBothHaveFamilies() {
        String third = village.group(3);
        List<UUID> leaving = List.of(families.get(2).kpmId());
        String placement =
                split(groupId, third, leaving, "2026-06-01")
                        .statusCode(201)
                        .body("cause", equalTo("SPLIT"))
                        .body("group_code", equalTo(third))
                        .body("source_group_code", equalTo(group))
                        .body("reason", equalTo("Too far to walk"))
                        .extract()
                        .path("placement_id");
        split(groupId, third, leaving, "2026-06-01")
                .statusCode(200)
                .body("placement_id", equalTo(placement));
        Api.facilitator(village)
                .get("/groups/" + groupId + "/placements")
                .body("items", hasSize(1))
                .body("items[0].kpm_ids", contains(leaving.get(0).toString()));

        follows(families.get(2), 2, third, "2026-06-01");
        Api.facilitator(village).get("/groups/" + groupId).body("kpm_ids", hasSize(2));
    }

    @Test
    void aSplitThatCannotBeIsRefusedAndFormsNothing() {
        List<UUID> all = families.stream().map(Family::kpmId).toList();
        String third = village.group(3);
        refused(split(groupId, third, all, TODAY), 422, "SPLIT_LEAVES_EMPTY_GROUP");
        refused(split(groupId, third, List.of(UUID.randomUUID()), TODAY), 422, "NOT_IN_GROUP");
        refused(split(groupId, third, List.of(), TODAY), 400, "INVALID_REQUEST");
        refused(split(groupId, other, all.subList(0, 1), TODAY), 409, "GROUP_ALREADY_FORMED");
        refused(split(groupId, "x", all.subList(0, 1), TODAY), 422, "GROUP_CODE_INVALID");
        refused(
                split(groupId, Village.another().group(1), all.subList(0, 1), TODAY),
                422,
                "GROUP_OF_OTHER_VILLAGE");
        refused(split(groupId, third, all.subList(0, 1), "2026-06-11"), 422, "DATE_IN_FUTURE");
        Api.facilitator(village).get("/groups").body("items", hasSize(2));
        Api.close(village, "2026-05").statusCode(201);
        refused(
                split(groupId, third, all.subList(0, 1), "2026-05-31"),
                409,
                "PLACEMENT_IN_CLOSED_MONTH");
        split(groupId, third, all.subList(0, 1), TODAY).statusCode(201);
        refused(split(groupId, village.group(4), all.subList(0, 1), TODAY), 409, "PLACEMENT_WAITS");
    }

    @Test
    void aMergedGroupKeepsItsMeetingsAndHasNoFamilies() {
        merge(groupId, other, "2026-06-01")
                .statusCode(201)
                .body("cause", equalTo("MERGE"))
                .body("kpm_ids", hasSize(3));
        merge(groupId, other, "2026-06-01").statusCode(200);
        for (Family family : families) {
            registry.state(family, 2, village, other, "2026-06-01", "ACTIVE");
        }
        registry.await();
        Api.facilitator(village)
                .get("/groups")
                .body("items.families", contains(0, 3))
                .body("items.size", contains("BELOW", "BELOW"));
        Api.facilitator(village)
                .post("/meetings", meeting("2026-05-20", families.get(0), "PRESENT"))
                .statusCode(201);
        Api.facilitator(village)
                .post("/meetings", meeting("2026-06-02", families.get(0), "PRESENT"))
                .statusCode(422)
                .body("code", equalTo("NOT_IN_GROUP"));
    }

    @Test
    void aMergeThatCannotBeIsRefused() {
        refused(merge(groupId, group, TODAY), 422, "MERGE_WITH_ITSELF");
        refused(merge(groupId, village.group(9), TODAY), 404, "GROUP_UNKNOWN");
        refused(merge(groupId, other, "2026-06-11"), 422, "DATE_IN_FUTURE");
        refused(merge(groupId, other, "2024-12-31"), 422, "PLACEMENT_BEFORE_GROUP_FORMED");
        refused(merge(otherId, group, TODAY), 422, "GROUP_WITHOUT_FAMILIES");
        Village neighbour = village.neighbour(1);
        Api.formGroup(neighbour, neighbour.group(1));
        refused(
                Api.coordinator(village)
                        .post(
                                "/groups/" + groupId + "/merge",
                                Map.of(
                                        "into_group_code",
                                        neighbour.group(1),
                                        "first_day",
                                        TODAY,
                                        "reason",
                                        "Nearer")),
                422,
                "GROUP_OF_OTHER_VILLAGE");
        move(families.get(0), other, TODAY).statusCode(201);
        refused(merge(groupId, other, TODAY), 409, "PLACEMENT_WAITS");
        Api.close(village, "2026-05").statusCode(201);
        refused(merge(groupId, other, "2026-05-31"), 409, "PLACEMENT_IN_CLOSED_MONTH");
    }

    @Test
    void aFamilyElsewhereDoesNotExistForTheCaller() {
        Api.facilitator(Village.another())
                .get("/families/" + families.get(0).kpmId() + "/group")
                .statusCode(404);
        groupOf(families.get(0), "2020-01-01")
                .body("group_code", nullValue())
                .body("latest_placement", nullValue());
    }

    @Test
    void theDatabaseKeepsAFamilyInOneGroupADay() {
        assertThatThrownBy(
                        () ->
                                new Rows(database)
                                        .change(
                                                "INSERT INTO group_membership (kpm_id, group_code, status, from_date)"
                                                        + " VALUES (?, ?, 'ACTIVE', '2026-03-01')",
                                                families.get(0).kpmId(),
                                                other))
                .hasMessageContaining("group_membership_one_a_day");
    }

    private Map<String, Object> meeting(String heldOn, Family family, String mark) {
        return Map.of(
                "group_code",
                group,
                "kind",
                "GROUP_MEETING",
                "held_on",
                heldOn,
                "attendance",
                List.of(Map.of("kpm_id", family.kpmId(), "mark", mark)));
    }

    private static void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("code", equalTo(code));
    }
}
