package id.pkh.meeting.meeting;

import static id.pkh.meeting.support.EventFields.markOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Village;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnLocalStack("meeting")
class MeetingApiComponentTest extends GroupMeetingComponentTest {

    @BeforeEach
    void aGroupOfThree() {
        aGroupOf(3);
    }

    @Test
    void anotherAdultOfTheFamilyCountsAsTheFamilyAndStaysOnRecord() {
        String id =
                post(meeting("GROUP_MEETING", "2026-01-15", "PRESENT_BY_PROXY", "ABSENT"))
                        .statusCode(201)
                        .body("attendance.mark", hasItem("PRESENT_BY_PROXY"))
                        .extract()
                        .path("meeting_id");
        UUID family = families.get(0).kpmId();
        assertThat(markOf(published.about(groupId, "meeting-held").get(0), family))
                .isEqualTo("PRESENT");

        Api.facilitator(village)
                .post(
                        "/meetings/" + id + "/corrections",
                        Map.of(
                                "reason",
                                "She came herself",
                                "attendance",
                                List.of(Map.of("kpm_id", family, "mark", "PRESENT"))))
                .statusCode(201);
        PublishedEvent corrected = published.about(groupId, "attendance-corrected").get(0);
        assertThat(markOf(corrected, family)).isEqualTo("PRESENT");
        assertThat(corrected.payload().get("changes")).isEmpty();
    }

    @Test
    void anAppRecordsAMeetingOnce() {
        Map<String, ?> meeting = meeting("GROUP_MEETING", "2026-01-15", "PRESENT", "ABSENT");

        String id =
                post(meeting)
                        .statusCode(201)
                        .body("kind", equalTo("GROUP_MEETING"))
                        .body("month", equalTo("2026-01"))
                        .body("group_code", equalTo(group))
                        .body("facilitator_id", equalTo(village.facilitatorId().toString()))
                        .body("attendance", hasSize(3))
                        .extract()
                        .path("meeting_id");
        post(meeting).statusCode(200).body("meeting_id", equalTo(id));
        post(meeting("GROUP_MEETING", "2026-01-15", "ABSENT", "ABSENT"))
                .statusCode(409)
                .body("code", equalTo("MEETING_ALREADY_RECORDED"));

        List<PublishedEvent> said = published.about(groupId, "meeting-held");
        assertThat(said).hasSize(1);
        assertThat(markOf(said.get(0), families.get(0).kpmId())).isEqualTo("PRESENT");
        assertThat(markOf(said.get(0), families.get(2).kpmId())).isEqualTo("UNMARKED");
    }

    @Test
    void theListsOfAMonthAreReadTogetherAsTheyAreNow() {
        String id =
                post(meeting("GROUP_MEETING", "2026-01-15", "PRESENT", "ABSENT"))
                        .statusCode(201)
                        .extract()
                        .path("meeting_id");
        post(meeting("P2K2", "2026-01-20", "SICK", "ABSENT")).statusCode(201);
        post(meeting("P2K2", "2026-02-17", "SICK", "ABSENT")).statusCode(201);
        correct(
                        id,
                        Map.of(
                                "reason",
                                "salah baca",
                                "attendance",
                                List.of(Map.of("kpm_id", families.get(1).kpmId(), "mark", "SICK"))))
                .statusCode(201);

        String lists = "/attendance-lists?month=2026-01&village=" + village.code();
        Api.facilitator(village)
                .get(lists)
                .statusCode(200)
                .body("items.kind", contains("GROUP_MEETING", "P2K2"))
                .body("items[0].revision", equalTo(2))
                .body("items[0].attendance", hasSize(3))
                .body(
                        "items[0].attendance.find { it.kpm_id == '%s' }.mark"
                                .formatted(families.get(1).kpmId()),
                        equalTo("SICK"));
        String next = Api.facilitator(village).read(lists + "&limit=1").getString("next");
        Api.facilitator(village)
                .get(lists + "&limit=1&after=" + next)
                .body("items.kind", contains("P2K2"))
                .body("items[0].attendance", hasSize(3));
        Api.facilitator(village)
                .get("/attendance-lists?month=2026-13")
                .statusCode(400)
                .body("code", equalTo("MONTH_INVALID"));
    }

    @Test
    void aMonthWhoseListsMayBeGoneIsRefused() {
        String id =
                post(meeting("GROUP_MEETING", "2025-06-15", "PRESENT", "ABSENT"))
                        .statusCode(201)
                        .extract()
                        .path("meeting_id");

        clock.setTo("2030-06-10");
        correct(id, Map.of("reason", "salah baca", "attendance", List.of()))
                .statusCode(200); // the last month that is kept
        clock.setTo("2030-07-10");
        correct(id, Map.of("reason", "salah baca", "attendance", List.of()))
                .statusCode(422)
                .body("code", equalTo("MONTH_PAST_RETENTION"));
        post(meeting("P2K2", "2025-06-15", "PRESENT", "ABSENT"))
                .statusCode(422)
                .body("code", equalTo("MONTH_PAST_RETENTION"));
        assertThat(published.about(groupId, "p2k2-session-held")).isEmpty();
    }

    @Test
    void aSessionCarriesItsModule() {
        Map<String, Object> session =
                new HashMap<>(meeting("P2K2", "2026-01-20", "PRESENT", "SICK"));
        session.put("module", "KEUANGAN KELUARGA");
        session.put("session", "2");

        post(session).statusCode(201);

        PublishedEvent said = published.about(groupId, "p2k2-session-held").get(0);
        assertThat(said.payload().has("module")).isFalse();
        assertThat(said.payload().has("session")).isFalse();
        Api.facilitator(village)
                .get("/meetings/" + said.text("meeting_id"))
                .body("module", equalTo("KEUANGAN KELUARGA"))
                .body("session", equalTo("2"));
    }

    @Test
    void aCorrectionChangesOnlyTheFamiliesItNames() {
        String id =
                post(meeting("GROUP_MEETING", "2026-01-15", "ABSENT", "ABSENT"))
                        .extract()
                        .path("meeting_id");
        Map<String, ?> change =
                Map.of(
                        "reason",
                        "salah baca",
                        "attendance",
                        List.of(mark(families.get(0), "PRESENT")));

        correct(id, change).statusCode(201).body("revision", equalTo(2));
        correct(id, change).statusCode(200).body("revision", equalTo(2));

        List<PublishedEvent> said = published.about(groupId, "attendance-corrected");
        assertThat(said).hasSize(1);
        assertThat(markOf(said.get(0), families.get(0).kpmId())).isEqualTo("PRESENT");
        assertThat(markOf(said.get(0), families.get(1).kpmId())).isEqualTo("ABSENT");
        assertThat(said.get(0).payload().get("changes")).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        post(meeting("HOME_VISIT", "2026-01-15", "PRESENT", "ABSENT"))
                .statusCode(422)
                .body("code", equalTo("MEETING_KIND_UNKNOWN"));
        post(meeting("P2K2", "2026-06-11", "PRESENT", "ABSENT"))
                .statusCode(422)
                .body("code", equalTo("SHEET_DATE_IN_FUTURE"));
        post(meeting("P2K2", "2026-01-15", "HADIR", "ABSENT"))
                .statusCode(422)
                .body("code", equalTo("MARK_UNKNOWN"));
        post(with(mark(Family.another(), "PRESENT")))
                .statusCode(422)
                .body("code", equalTo("NOT_IN_GROUP"));
        post(with(mark(families.get(0), "PRESENT"), mark(families.get(0), "ABSENT")))
                .statusCode(422)
                .body("code", equalTo("KPM_TWICE_ON_LIST"));
        post(Map.of("group_code", group)).statusCode(400);
        correct(
                        UUID.randomUUID().toString(),
                        Map.of("reason", "salah baca", "attendance", List.of()))
                .statusCode(404);
        assertThat(published.about(groupId, "meeting-held")).isEmpty();
    }

    @Test
    void aCorrectionStaysInItsMonthAndNeedsAReason() {
        String id =
                post(meeting("GROUP_MEETING", "2026-01-15", "ABSENT", "ABSENT"))
                        .extract()
                        .path("meeting_id");

        correct(id, Map.of("attendance", List.of()))
                .statusCode(400)
                .body("code", equalTo("CORRECTION_REASON_MISSING"));
        correct(
                        id,
                        Map.of(
                                "reason", "tanggal keliru",
                                "held_on", "2026-02-15",
                                "attendance", List.of()))
                .statusCode(422)
                .body("code", equalTo("SHEET_DATE_NOT_IN_MONTH"));
        correct(
                        id,
                        Map.of(
                                "reason", "tanggal keliru",
                                "held_on", "2026-01-16",
                                "attendance", List.of()))
                .statusCode(201)
                .body("held_on", equalTo("2026-01-16"));
    }

    @Test
    void meetingsAndAbsencesAreListedInTheCallersAreas() {
        post(meeting("GROUP_MEETING", "2026-01-15", "ABSENT", "PRESENT")).statusCode(201);
        post(meeting("P2K2", "2026-01-20", "PRESENT", "ABSENT")).statusCode(201);
        post(meeting("GROUP_MEETING", "2026-02-15", "ABSENT", "ABSENT")).statusCode(201);
        var facilitator = Api.facilitator(village);

        assertThat(list("/meetings?month=2026-01"))
                .containsExactlyInAnyOrder("GROUP_MEETING", "P2K2");
        assertThat(list("/meetings?kind=P2K2")).containsExactly("P2K2");
        assertThat(list("/meetings?group=" + group)).hasSize(3);
        assertThat(list("/meetings?group=" + groupId)).hasSize(3);
        assertThat(list("/meetings?village=" + village.district())).hasSize(3);
        assertThat(list("/meetings?facilitator=" + village.facilitatorId())).hasSize(3);
        assertThat(list("/meetings?facilitator=" + UUID.randomUUID())).isEmpty();
        JsonPath absences = facilitator.read("/absences?month=2026-01&kind=GROUP_MEETING");
        assertThat(absences.getList("items.kpm_id"))
                .containsExactly(families.get(0).kpmId().toString());
        assertThat(absences.getList("items.mark")).containsExactly("ABSENT");
        Village elsewhere = Village.another();
        assertThat(Api.facilitator(elsewhere).read("/meetings").getList("items")).isEmpty();
        assertThat(Api.facilitator(elsewhere).read("/absences").getList("items")).isEmpty();
    }

    @Test
    void aCorrectedAbsenceIsNoAbsence() {
        String id =
                post(meeting("GROUP_MEETING", "2026-01-15", "ABSENT", "PRESENT"))
                        .extract()
                        .path("meeting_id");
        correct(
                id,
                Map.of(
                        "reason",
                        "salah baca",
                        "attendance",
                        List.of(mark(families.get(0), "SICK"))));

        assertThat(Api.facilitator(village).read("/absences").getList("items")).isEmpty();
    }

    @Test
    void absencesComePageByPage() {
        for (int month = 1; month <= 4; month++) {
            post(meeting("GROUP_MEETING", "2026-%02d-15".formatted(month), "ABSENT", "ABSENT"))
                    .statusCode(201);
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = Api.facilitator(village).read("/absences?limit=3" + after);
            for (int i = 0; i < page.getList("items").size(); i++) {
                seen.add(
                        page.getString("items[" + i + "].month")
                                + page.getString("items[" + i + "].kpm_id"));
            }
            after = page.get("next") == null ? null : "&after=" + page.getString("next");
        } while (after != null);

        assertThat(seen).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void aMeetingElsewhereDoesNotExistForTheCaller() {
        String id =
                post(meeting("GROUP_MEETING", "2026-01-15", "ABSENT", "PRESENT"))
                        .extract()
                        .path("meeting_id");
        var stranger = Api.facilitator(Village.another());

        stranger.get("/meetings/" + id).statusCode(404);
        Api.facilitator(Village.another())
                .post(
                        "/meetings/" + id + "/corrections",
                        Map.of("reason", "salah baca", "attendance", List.of()))
                .statusCode(404);
        Caller.as(Roles.AUDITOR, "*").get("/meetings/" + id).statusCode(200);
        Caller.as(Roles.BANK, "*").get("/meetings/" + id).statusCode(403);
        Caller.as(Roles.AUDITOR, "*").post("/meetings", Map.of()).statusCode(403);
    }

    private List<String> list(String path) {
        return Api.facilitator(village).read(path).getList("items.kind");
    }

    private ValidatableResponse post(Map<String, ?> meeting) {
        return Api.facilitator(village).post("/meetings", meeting);
    }

    private ValidatableResponse correct(String meeting, Map<String, ?> correction) {
        return Api.facilitator(village).post("/meetings/" + meeting + "/corrections", correction);
    }

    private Map<String, ?> meeting(String kind, String heldOn, String first, String second) {
        return Map.of(
                "group_code", group,
                "kind", kind,
                "held_on", heldOn,
                "attendance", List.of(mark(families.get(0), first), mark(families.get(1), second)));
    }

    @SafeVarargs
    private Map<String, ?> with(Map<String, Object>... marks) {
        return Map.of(
                "group_code",
                group,
                "kind",
                "GROUP_MEETING",
                "held_on",
                "2026-01-15",
                "attendance",
                List.of(marks));
    }

    private static Map<String, Object> mark(Family family, String mark) {
        return Map.of("kpm_id", family.kpmId(), "mark", mark);
    }
}
