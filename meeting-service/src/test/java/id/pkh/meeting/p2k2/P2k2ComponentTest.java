package id.pkh.meeting.p2k2;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Sheet;
import id.pkh.meeting.support.Village;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions are named by the code of the material, and a group sees which is next. */
@QuarkusTest
@OnLocalStack("meeting")
class P2k2ComponentTest extends GroupMeetingComponentTest {

    @BeforeEach
    void aGroup() {
        aGroupOf(2);
    }

    @Test
    void theMaterialIsListedInItsOrder() {
        Api.facilitator(village)
                .get("/p2k2-sessions?on=2026-06-10")
                .statusCode(200)
                .body("policy_code", equalTo("P2K2-2026"))
                .body("sessions", hasSize(30))
                .body("sessions[0].session_code", equalTo("PARENTING-1"))
                .body("sessions[13].session_code", equalTo("WELFARE-2"))
                .body("sessions[29].course", equalTo("ADAPTIVE"));
    }

    @Test
    void aGroupSeesWhatItHeldAndWhatIsNext() {
        progress()
                .body("next_session.session_code", equalTo("PARENTING-1"))
                .body("next.session_code", contains("PARENTING-1", "STUNTING-01"))
                .body("modules", hasSize(7));

        record("2026-01-15", "PARENTING-1")
                .statusCode(201)
                .body("session_code", equalTo("PARENTING-1"));
        record("2026-02-15", "PARENTING-3").statusCode(201);
        record("2026-03-15", "PARENTING-1").statusCode(201);
        progress()
                .body("next_session.session_code", equalTo("PARENTING-2"))
                .body("modules[0].held", equalTo(2))
                .body("modules[0].of", equalTo(4))
                .body("modules[0].is_complete", equalTo(false))
                .body("modules[0].sessions[0].times_held", equalTo(2))
                .body("modules[0].sessions[0].last_held_on", equalTo("2026-03-15"))
                .body("unrecognised", empty());
    }

    @Test
    void aSheetNamesItsSessionInWords() {
        Api.sheet(
                        village,
                        "p2k2",
                        Sheet.p2k2(group, "JANUARI 2026", "15/01/2026")
                                .all(families, "HADIR")
                                .csv())
                .statusCode(201);
        progress().body("modules[2].sessions[0].times_held", equalTo(1));

        String id =
                post("2026-02-15", Map.of("module", "GIZI", "session", "tambahan"))
                        .statusCode(201)
                        .body("session_code", nullValue())
                        .extract()
                        .path("meeting_id");
        progress().body("unrecognised.meeting_id", contains(id));

        correct(id, "HEALTH-2").statusCode(201).body("session_code", equalTo("HEALTH-2"));
        correct(id, "HEALTH-2").statusCode(200);
        progress()
                .body("unrecognised", empty())
                .body("modules[2].sessions[1].times_held", equalTo(1));
    }

    @Test
    void aCodeOfNoSessionIsRefused() {
        record("2026-01-15", "COOKING-1").statusCode(422).body("code", equalTo("SESSION_UNKNOWN"));
        String id = record("2026-01-15", "PARENTING-1").extract().path("meeting_id");
        correct(id, "COOKING-1").statusCode(422).body("code", equalTo("SESSION_UNKNOWN"));
        Api.facilitator(village)
                .get("/groups/" + village.group(9) + "/p2k2-progress")
                .statusCode(404)
                .body("code", equalTo("GROUP_UNKNOWN"));
        Api.facilitator(Village.another())
                .get("/groups/" + group + "/p2k2-progress")
                .statusCode(404);
    }

    private ValidatableResponse progress() {
        return Api.facilitator(village).get("/groups/" + group + "/p2k2-progress").statusCode(200);
    }

    private ValidatableResponse record(String heldOn, String sessionCode) {
        return post(heldOn, Map.of("session_code", sessionCode));
    }

    private ValidatableResponse post(String heldOn, Map<String, Object> topic) {
        Map<String, Object> meeting = new HashMap<>(topic);
        meeting.put("group_code", group);
        meeting.put("kind", "P2K2");
        meeting.put("held_on", heldOn);
        meeting.put("attendance", List.of());
        return Api.facilitator(village).post("/meetings", meeting);
    }

    private ValidatableResponse correct(String meeting, String sessionCode) {
        return Api.facilitator(village)
                .post(
                        "/meetings/" + meeting + "/corrections",
                        Map.of(
                                "reason",
                                "Session misread",
                                "session_code",
                                sessionCode,
                                "attendance",
                                List.of()));
    }
}
