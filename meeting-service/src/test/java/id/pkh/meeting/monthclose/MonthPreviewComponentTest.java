package id.pkh.meeting.monthclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.MeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Village;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three groups of a village; the month is not over. */
@QuarkusTest
@OnLocalStack("meeting")
class MonthPreviewComponentTest extends MeetingComponentTest {

    private Caller facilitator;

    @BeforeEach
    void threeGroups() {
        registry.assign(village, "2025-01-01", null);
        for (int i = 1; i <= 3; i++) {
            registry.families(village, village.group(i), i);
            Api.formGroup(village, village.group(i));
        }
        facilitator = Api.facilitator(village);
    }

    @Test
    void groupsWithoutARecordAreListedWithWhatIsMissing() {
        record(1, "GROUP_MEETING");
        record(1, "P2K2");
        record(2, "GROUP_MEETING");

        facilitator
                .get("/month-closings/preview?month=2026-06")
                .statusCode(200)
                .body("items.group_code", contains(village.group(2), village.group(3)))
                .body("items.missing", contains(List.of("P2K2"), List.of("GROUP_MEETING", "P2K2")))
                .body("items.families", contains(2, 3))
                .body("items[0].facilitator_id", equalTo(village.facilitatorId().toString()))
                .body("next", nullValue());
        facilitator
                .get("/month-closings/preview?month=2026-06&limit=1")
                .body("items", hasSize(1))
                .body("next", notNullValue());
        Api.coordinator(village)
                .get("/month-closings/preview/counts?month=2026-06&village=" + village.district())
                .statusCode(200)
                .body("month", equalTo("2026-06"))
                .body("closes_at", equalTo("2026-07-04T18:00:00Z"))
                .body("areas.area_code", contains(village.code()))
                .body("areas[0].groups_due", equalTo(3))
                .body("areas[0].groups_without_meeting", equalTo(1))
                .body("areas[0].groups_without_session", equalTo(2))
                .body("areas[0].facilitators_behind", equalTo(1));
    }

    @Test
    void aMonthThatIsExplainedOrClosedIsNotMissing() {
        Api.notHeld(Api.coordinator(village), village.group(1), "2026-05", "DISASTER")
                .statusCode(201);
        facilitator
                .get("/month-closings/preview?month=2026-05")
                .body("items.group_code", contains(village.group(2), village.group(3)));

        Api.close(village, "2026-05").statusCode(201);

        facilitator.get("/month-closings/preview?month=2026-05").body("items", empty());
        Api.coordinator(village)
                .get("/month-closings/preview/counts?month=2026-05")
                .body("areas", empty());
    }

    @Test
    void whatIsMissingIsTheWorkOfTheFacilitatorTheOldestFirst() {
        record(1, "GROUP_MEETING");
        record(1, "P2K2");
        assertThat(work(facilitator, "")).hasSize(5);
        assertThat(work(facilitator, "?limit=2")).isEqualTo(work(facilitator, ""));
        assertThat(work(facilitator, "?village=" + village.code()))
                .isEqualTo(work(facilitator, ""));
        assertThat(work(facilitator, "?village=" + Village.another().code())).isEmpty();
        facilitator
                .get("/my-work?limit=4")
                .statusCode(200)
                .body("items.kind", everyItem(equalTo("GROUP_WITHOUT_RECORD")))
                .body(
                        "items.due_on",
                        contains("2026-06-05", "2026-06-05", "2026-06-05", "2026-07-05"))
                .body("items.overdue", contains(true, true, true, false))
                .body("items[3].village_code", equalTo(village.code()))
                .body("items[3].href", equalTo("/api/v1/sheets/group-meeting"))
                .body("items[3].text", containsString(village.group(2) + " for 2026-06"));
        facilitator
                .in("id")
                .get("/my-work?limit=1")
                .body("items[0].text", containsString("belum ada atau belum lengkap"));

        Api.close(village, "2026-05").statusCode(201);

        facilitator
                .get("/my-work")
                .body(
                        "items.kind",
                        contains(
                                "LAPSE_OPEN",
                                "LAPSE_OPEN",
                                "GROUP_WITHOUT_RECORD",
                                "GROUP_WITHOUT_RECORD"))
                .body("items[0].due_on", equalTo("2026-05-31"));
        assertThat(work(facilitator, "?limit=1")).isEqualTo(work(facilitator, ""));
        Caller.officer().get("/my-work").statusCode(200).body("items", empty());
        Api.facilitator(Village.another()).get("/my-work").body("items", empty());
    }

    /** All items, page by page. */
    private static List<String> work(Caller caller, String query) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page =
                    caller.get("/my-work" + query + next).statusCode(200).extract().jsonPath();
            found.addAll(page.getList("items.collect { it.due_on + it.kind + it.subject_ids }"));
            next =
                    page.getString("next") == null
                            ? null
                            : (query.isEmpty() ? "?" : "&") + "after=" + page.getString("next");
        }
        return found;
    }

    @Test
    void eachCallerSeesTheirAreas() {
        Caller stranger = Api.facilitator(Village.another());
        stranger.get("/month-closings/preview?month=2026-06").body("items", empty());
        stranger.get("/month-closings/preview/counts?month=2026-06").body("areas", empty());
        facilitator
                .get("/month-closings/preview?month=2026-06&village=elsewhere")
                .statusCode(422)
                .body("code", equalTo("AREA_CODE_INVALID"));
        facilitator
                .get("/month-closings/preview/counts")
                .statusCode(200)
                .body("month", equalTo("2026-06"));
        facilitator
                .get("/month-closings/preview?month=June")
                .statusCode(400)
                .body("code", equalTo("MONTH_INVALID"));
    }

    private void record(int number, String kind) {
        facilitator
                .post(
                        "/meetings",
                        Map.of(
                                "group_code",
                                village.group(number),
                                "kind",
                                kind,
                                "held_on",
                                "2026-06-05",
                                "attendance",
                                List.of()))
                .statusCode(201);
    }
}
