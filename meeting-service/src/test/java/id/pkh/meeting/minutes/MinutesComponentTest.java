package id.pkh.meeting.minutes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Village;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the form of the ministry asks for besides the list. */
@QuarkusTest
@OnLocalStack("meeting")
class MinutesComponentTest extends GroupMeetingComponentTest {

    private String meeting;

    @BeforeEach
    void aMeeting() {
        aGroupOf(1);
        meeting =
                Api.facilitator(village)
                        .post(
                                "/meetings",
                                Map.of(
                                        "group_code",
                                        group,
                                        "kind",
                                        "P2K2",
                                        "held_on",
                                        "2026-05-12",
                                        "attendance",
                                        List.of()))
                        .extract()
                        .path("meeting_id");
    }

    @Test
    void theLatestMinutesStandAndTheSameAgainAreRecognised() {
        Api.facilitator(village).get("/meetings/" + meeting + "/minutes").statusCode(404);
        Map<String, Object> first =
                Map.of(
                        "title", " Gizi ",
                        "category", "HEALTH",
                        "starts_at", "13:00",
                        "ends_at", "15:00",
                        "speakers",
                                List.of(
                                        Map.of(
                                                "function",
                                                "Bidan desa",
                                                "institution",
                                                "Puskesmas")),
                        "narrative", Map.of("process", "Diskusi"));
        record(first)
                .statusCode(201)
                .body("revision", equalTo(1))
                .body("title", equalTo("Gizi"))
                .body("starts_at", equalTo("13:00"))
                .body("speakers", hasSize(1))
                .body("narrative.process", equalTo("Diskusi"))
                .body("narrative.obstacles", equalTo(""));
        record(first).statusCode(200).body("revision", equalTo(1));
        record(Map.of("title", "Gizi keluarga"))
                .statusCode(201)
                .body("revision", equalTo(2))
                .body("category", nullValue())
                .body("speakers", hasSize(0));
    }

    @Test
    void minutesThatCannotBeAreRefused() {
        refused(Map.of("category", "COOKING"), 422, "CATEGORY_UNKNOWN")
                .body("detail", containsString("PARENTING, FINANCE"));
        refused(Map.of("starts_at", "15:00", "ends_at", "13:00"), 422, "MEETING_ENDS_EARLY");
        refused(
                Map.of("narrative", Map.of("process", "x".repeat(600), "result", "y".repeat(401))),
                422,
                "NARRATIVE_TOO_LONG");
        refused(Map.of("title", "x".repeat(101)), 400, "INVALID_REQUEST");
        refused(Map.of("starts_at", "25:00"), 400, "INVALID_REQUEST");
        refused(Map.of("place", "Rumah 081234567890"), 422, "TEXT_HAS_LONG_NUMBER");
        Api.facilitator(Village.another())
                .post("/meetings/" + meeting + "/minutes", Map.of())
                .statusCode(404);
    }

    private ValidatableResponse record(Map<String, ?> minutes) {
        return Api.facilitator(village).post("/meetings/" + meeting + "/minutes", minutes);
    }

    private ValidatableResponse refused(Map<String, ?> minutes, int status, String code) {
        return record(minutes).statusCode(status).body("code", equalTo(code));
    }
}
