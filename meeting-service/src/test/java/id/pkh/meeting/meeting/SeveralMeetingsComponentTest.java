package id.pkh.meeting.meeting;

import static id.pkh.meeting.support.EventFields.markOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Sheet;
import id.pkh.meeting.support.Village;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group meets several times a month, and makes up for what families missed. */
@QuarkusTest
@OnLocalStack("meeting")
class SeveralMeetingsComponentTest extends GroupMeetingComponentTest {

    @Inject DataSource database;

    @BeforeEach
    void aGroup() {
        aGroupOf(3);
    }

    @Test
    void aGroupMeetsTwiceInAMonthAndTheMonthIsHeldOnce() {
        session("2026-05-05", "PARENTING-1", "PRESENT").statusCode(201);
        session("2026-05-19", "PARENTING-2", "ABSENT").statusCode(201);
        session("2026-05-19", "PARENTING-2", "ABSENT").statusCode(200);
        session("2026-05-19", "PARENTING-2", "PRESENT")
                .statusCode(409)
                .body("code", equalTo("MEETING_ALREADY_RECORDED"));
        assertThat(published.about(groupId, "p2k2-session-held")).hasSize(2);

        Api.coordinator(village)
                .get("/month-closings/preview?month=2026-05&area=" + village.district())
                .body("items.missing", contains(List.of("GROUP_MEETING")));
        Api.close(village, "2026-05").statusCode(201).body("p2k2_held", equalTo(1));
        Api.facilitator(village)
                .get("/groups/" + group + "/p2k2-progress")
                .body("next_session.session_code", equalTo("PARENTING-3"));
    }

    @Test
    void aSheetCorrectsTheMeetingOfItsDayOrTheOnlyOneOfTheMonth() {
        sheet("05/05/2026", "HADIR").statusCode(201);
        Api.correction(village, "p2k2", file("06/05/2026", "HADIR"), "The day was wrong")
                .statusCode(201);
        sheet("20/05/2026", "HADIR").statusCode(201);
        Api.correction(village, "p2k2", file("20/05/2026", "ALPA"), "Marks misread")
                .statusCode(201);
        Api.facilitator(village)
                .get("/meetings?month=2026-05&group=" + group)
                .body("items.held_on", contains("2026-05-06", "2026-05-20"))
                .body("items.revision", contains(2, 2));
        Api.correction(village, "p2k2", file("21/05/2026", "ALPA"), "The day was wrong")
                .statusCode(409)
                .body("code", equalTo("CORRECTION_OF_WHICH"));

        String second =
                Api.facilitator(village)
                        .read("/meetings?month=2026-05&group=" + group)
                        .getString("items[1].meeting_id");
        Api.facilitator(village)
                .post(
                        "/meetings/" + second + "/corrections",
                        Map.of(
                                "reason", "The day was wrong",
                                "held_on", "2026-05-06",
                                "attendance", List.of()))
                .statusCode(409)
                .body("code", equalTo("MEETING_ALREADY_RECORDED"));
    }

    @Test
    void whatMakesUpForASessionNamesItAndThoseWhoCame() {
        String missed = session("2026-04-14", "HEALTH-1", "ABSENT").extract().path("meeting_id");
        registry.state(families.get(0), 2, village, village.group(2), "2026-05-01", "ACTIVE");
        registry.await();

        makeUp("2026-05-12", missed, families.get(0), "PRESENT")
                .statusCode(201)
                .body("makes_up_meeting_id", equalTo(missed))
                .body("session_code", equalTo("HEALTH-1"))
                .body("attendance", hasSize(1));
        makeUp("2026-05-12", missed, families.get(0), "PRESENT").statusCode(200);
        session("2026-05-12", "HEALTH-2", "PRESENT", families.get(1)).statusCode(201);

        PublishedEvent said = published.about(groupId, "p2k2-session-held").get(1);
        assertThat(said.text("makes_up_meeting_id")).isEqualTo(missed);
        assertThat(said.text("makes_up_month")).isEqualTo("2026-04");
        assertThat(markOf(said, families.get(0).kpmId())).isEqualTo("PRESENT");
        assertThat(said.payload().get("attendance")).hasSize(1);
    }

    @Test
    void whatMakesUpIsNotTheSessionThatWasDue() {
        String missed = session("2026-04-14", "HEALTH-1", "ABSENT").extract().path("meeting_id");
        makeUp("2026-05-12", missed, families.get(0), "PRESENT").statusCode(201);
        Api.close(village, "2026-05").statusCode(201).body("p2k2_held", equalTo(0));
        Api.facilitator(village)
                .get("/groups/" + group + "/p2k2-progress")
                .body("modules[2].sessions[0].times_held", equalTo(1));
    }

    @Test
    void whatMakesUpIsCorrectedForItsFamilies() {
        String missed = session("2026-04-14", "HEALTH-1", "ABSENT").extract().path("meeting_id");
        String id =
                makeUp("2026-05-12", missed, families.get(0), "PRESENT")
                        .extract()
                        .path("meeting_id");
        Api.facilitator(village)
                .post(
                        "/meetings/" + id + "/corrections",
                        Map.of(
                                "reason",
                                "She did not come",
                                "attendance",
                                marks(families.get(0), "UNMARKED")))
                .statusCode(201)
                .body("attendance.mark", contains("UNMARKED"));
        PublishedEvent said = published.about(groupId, "attendance-corrected").get(0);
        assertThat(said.text("makes_up_meeting_id")).isEqualTo(missed);
        assertThat(said.text("makes_up_month")).isEqualTo("2026-04");
    }

    @Test
    void whatCannotMakeUpIsRefused() {
        String missed = session("2026-04-14", "HEALTH-1", "ABSENT").extract().path("meeting_id");
        Family stranger = Family.another();
        refused(makeUp("2026-05-12", missed, stranger, "PRESENT"), "NOT_IN_GROUP");
        refused(makeUp("2026-04-14", missed, families.get(0), "PRESENT"), "MAKE_UP_TOO_EARLY");
        refused(makeUp("2026-06-11", missed, families.get(0), "PRESENT"), "SHEET_DATE_IN_FUTURE");
        refused(
                makeUp("2026-05-12", UUID.randomUUID().toString(), families.get(0), "PRESENT"),
                "MAKE_UP_OF_UNKNOWN");
        String other =
                makeUp("2026-05-12", missed, families.get(0), "PRESENT")
                        .extract()
                        .path("meeting_id");
        refused(makeUp("2026-05-19", other, families.get(0), "PRESENT"), "MAKE_UP_OF_MAKE_UP");
        String ofOtherKind =
                post("GROUP_MEETING", "2026-04-15", Map.of(), families.get(0), "ABSENT")
                        .extract()
                        .path("meeting_id");
        refused(
                makeUp("2026-05-19", ofOtherKind, families.get(0), "PRESENT"),
                "MAKE_UP_OF_UNKNOWN");
        Village elsewhere = Village.another();
        Api.formGroup(elsewhere, elsewhere.group(1));
        Map<String, Object> request = new HashMap<>();
        request.put("group_code", elsewhere.group(1));
        request.put("kind", "P2K2");
        request.put("held_on", "2026-05-19");
        request.put("makes_up_meeting_id", missed);
        request.put("attendance", List.of());
        refused(Api.facilitator(elsewhere).post("/meetings", request), "MAKE_UP_OF_UNKNOWN");
    }

    @Test
    void theDatabaseRefusesASecondMeetingOfTheDay() {
        session("2026-04-14", "HEALTH-1", "ABSENT").statusCode(201);
        assertThatThrownBy(
                        () ->
                                new Rows(database)
                                        .change(
                                                "INSERT INTO meeting (id, group_id, kind, month, held_on, revision,"
                                                        + " recorded_at, recorded_by) VALUES (gen_random_uuid(), ?, 'P2K2',"
                                                        + " '2026-04-01', '2026-04-14', 1, now(), 'test')",
                                                groupId))
                .hasMessageContaining("meeting_one_a_day");
    }

    private byte[] file(String day, String mark) {
        return Sheet.p2k2(group, "MEI 2026", day).all(families, mark).csv();
    }

    private ValidatableResponse sheet(String day, String mark) {
        return Api.sheet(village, "p2k2", file(day, mark));
    }

    private ValidatableResponse session(String heldOn, String code, String mark) {
        return session(heldOn, code, mark, families.get(0));
    }

    private ValidatableResponse session(String heldOn, String code, String mark, Family family) {
        return post("P2K2", heldOn, Map.of("session_code", code), family, mark);
    }

    private ValidatableResponse makeUp(String heldOn, String missed, Family family, String mark) {
        return post("P2K2", heldOn, Map.of("makes_up_meeting_id", missed), family, mark);
    }

    private ValidatableResponse post(
            String kind, String heldOn, Map<String, Object> more, Family family, String mark) {
        Map<String, Object> meeting = new HashMap<>(more);
        meeting.put("group_code", group);
        meeting.put("kind", kind);
        meeting.put("held_on", heldOn);
        meeting.put("attendance", marks(family, mark));
        return Api.facilitator(village).post("/meetings", meeting);
    }

    private static List<Map<String, Object>> marks(Family family, String mark) {
        return List.of(Map.of("kpm_id", family.kpmId(), "mark", mark));
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.statusCode(422).body("code", equalTo(code));
    }
}
