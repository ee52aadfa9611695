package id.pkh.meeting.monthclose;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.MeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Village;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
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
                .body(
                        "items.missing",
                        contains(List.of("P2K2"), List.of("GROUP_MEETING", "P2K2")))
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
    void eachCallerSeesTheirAreas() {
        Caller stranger = Api.facilitator(Village.another());
        stranger.get("/month-closings/preview?month=2026-06").body("items", empty());
        stranger.get("/month-closings/preview/counts?month=2026-06").body("areas", empty());
        facilitator
                .get("/month-closings/preview?month=2026-06&village=elsewhere")
                .statusCode(422)
                .body("code", equalTo("AREA_CODE_INVALID"));
        facilitator
                .get("/month-closings/preview")
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
