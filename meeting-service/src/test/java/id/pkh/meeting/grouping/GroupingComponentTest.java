package id.pkh.meeting.grouping;

import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A village whose families are placed; the registry follows when a test says so. */
abstract class GroupingComponentTest extends GroupMeetingComponentTest {

    static final String TODAY = "2026-06-10";

    /** Families of the village that have no group yet, in the order of the register. */
    List<Family> withoutGroup(int count) {
        List<Family> waiting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Family family = Family.another();
            registry.state(family, 1, village, null, "2025-01-01", "ACTIVE");
            waiting.add(family);
        }
        registry.await();
        return waiting;
    }

    /** The registry gives the family its group from that day on. */
    void follows(Family family, long version, String groupCode, String from) {
        registry.state(family, version, village, groupCode, from, "ACTIVE");
        registry.await();
    }

    ValidatableResponse move(Family family, String groupCode, String firstDay) {
        return Api.facilitator(village)
                .post(
                        "/families/" + family.kpmId() + "/group",
                        Map.of(
                                "group_code", groupCode,
                                "first_day", firstDay,
                                "reason", "Lives beside the place of the group"));
    }

    ValidatableResponse groupOf(Family family, String on) {
        return Api.facilitator(village)
                .get("/families/" + family.kpmId() + "/group?on=" + on)
                .statusCode(200);
    }

    ValidatableResponse split(UUID group, String newCode, List<UUID> kpmIds, String firstDay) {
        Map<String, Object> request = new HashMap<>();
        request.put("new_group_code", newCode);
        request.put("name", "Mawar");
        request.put("kpm_ids", kpmIds);
        request.put("first_day", firstDay);
        request.put("reason", "Too far to walk");
        return Api.facilitator(village).post("/groups/" + group + "/split", request);
    }

    ValidatableResponse merge(UUID group, String into, String firstDay) {
        return Api.facilitator(village)
                .post(
                        "/groups/" + group + "/merge",
                        Map.of(
                                "into_group_code", into,
                                "first_day", firstDay,
                                "reason", "Too few families remain"));
    }
}
