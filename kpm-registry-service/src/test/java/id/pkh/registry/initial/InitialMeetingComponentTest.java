package id.pkh.registry.initial;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The meeting of a village: its list, its letters, and what was recorded. */
@QuarkusTest
class InitialMeetingComponentTest extends InitialComponentTest {

    @Test
    void theListHasTheCandidatesOfTheVillageThatAreOnNoOther() {
        String first = api.candidate(1);
        String second = api.candidate(1);
        api.candidate(2);
        String meeting = api.planned(today().plusDays(7), first);
        api.plan(InitialApi.meeting(place.village(1), today().plusDays(8)))
                .statusCode(201)
                .body("listed", equalTo(1))
                .body("topics", hasSize(0))
                .body("starts_at", equalTo("09:00"));
        facilitator
                .get("/initial-candidates?meeting_id=" + meeting)
                .body("items.kpm_id", contains(first))
                .body("items[0].next", equalTo("DELIVER"));
        facilitator
                .get("/initial-candidates?village=" + place.village(1))
                .body("items.kpm_id", containsInAnyOrder(first, second));
        facilitator
                .get("/initial-meetings?batch=2026-12&village=" + place.village(1))
                .body("items", hasSize(2));
        Caller.coordinator("17.71")
                .get("/initial-meetings")
                .body("items.meeting_id", not(hasItem(meeting)));
        Caller.facilitator("17.71.09").get("/initial-meetings/" + meeting).statusCode(404);
        Caller.facilitator("17.71.09").get("/initial-candidates/" + first).statusCode(404);
    }

    @Test
    void theLettersNameTheCaretakersAndTheReadIsLogged() throws IOException {
        String family = api.candidate(1);
        String meeting = api.planned(today().plusDays(7), family);
        String path = "/initial-meetings/" + meeting + "/letters";
        byte[] letters =
                facilitator
                        .get(path + "?purpose=letters")
                        .statusCode(200)
                        .contentType("application/pdf")
                        .extract()
                        .asByteArray();

        try (PDDocument document = Loader.loadPDF(letters)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Undangan pertemuan awal", "Siti Calon", "Desa Kerja", "Balai desa")
                    .contains("pukul 09.00 sampai 12.00", "Tanda tangan");
        }
        assertThat(
                        tables.texts(
                                "SELECT purpose FROM read_log WHERE subject_id = ?"
                                        + " AND fields = 'caretaker.name'",
                                family))
                .containsExactly("letters");
        facilitator.get(path).statusCode(400).body("code", equalTo("PURPOSE_REQUIRED"));
        api.deliver(meeting, family, today());
        facilitator
                .get(path + "?purpose=letters")
                .statusCode(409)
                .body("code", equalTo("INITIAL_NO_LETTERS"));
        facilitator.get(path + "?purpose=letters&undelivered=false").statusCode(200);
        Caller.facilitator("17.71.09").get(path + "?purpose=letters").statusCode(404);
    }

    @Test
    void aCancelledMeetingGivesItsListBack() {
        String family = api.candidate(1);
        String meeting = api.planned(today(), family);
        assertThat(work()).contains("INITIAL_MEETING_TO_RECORD");
        String cancellation = "/initial-meetings/" + meeting + "/cancellation";
        Map<String, Object> reason = Map.of("reason", "DISASTER");
        facilitator
                .post(cancellation, reason)
                .statusCode(200)
                .body("cancelled", equalTo("DISASTER"));
        facilitator
                .post(cancellation, reason)
                .statusCode(409)
                .body("code", equalTo("INITIAL_MEETING_CANCELLED"));
        assertThat(api.deliver(meeting, family, today())).isEqualTo("INITIAL_MEETING_CANCELLED");
        assertThat(work()).doesNotContain("INITIAL_MEETING_TO_RECORD");
        String again = invited(family);
        api.record(again, Map.of(family, "CAME")).statusCode(200);
        facilitator
                .post("/initial-meetings/" + again + "/cancellation", reason)
                .statusCode(409)
                .body("code", equalTo("INITIAL_MEETING_HELD"));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE initial_meeting SET place = 'elsewhere'"
                                                + " WHERE meeting_id = ?",
                                        UUID.fromString(again)))
                .hasStackTraceContaining("only cancelled");
    }

    @Test
    void whatCannotBePlannedIsRefused() {
        String family = api.candidate(1);
        String elsewhere = api.candidate(2);
        String member = importedFamily().toString();
        String village = place.village(1);
        refusedPlan(
                InitialApi.meeting(village, today(), elsewhere),
                422,
                "INITIAL_CANDIDATE_ELSEWHERE");
        refusedPlan(InitialApi.meeting(village, today(), member), 422, "INITIAL_NOT_A_CANDIDATE");
        refusedPlan(
                InitialApi.meeting(village, today().plusYears(2), family),
                422,
                "INITIAL_MEETING_TOO_FAR");
        refusedPlan(InitialApi.meeting("17.71.08.1001", today()), 422, "VILLAGE_UNKNOWN");
        refusedPlan(InitialApi.meeting(place.village(3), today()), 409, "INITIAL_NO_CANDIDATES");
        Map<String, Object> empty = InitialApi.meeting(village, today(), family);
        empty.put("ends_at", "09:00");
        refusedPlan(empty, 422, "INITIAL_HOURS_INVALID");
        Map<String, Object> numbered = InitialApi.meeting(village, today(), family);
        numbered.put("place", "Telepon 081234567890");
        refusedPlan(numbered, 422, "TEXT_HAS_LONG_NUMBER");
        api.planned(today(), family);
        refusedPlan(
                InitialApi.meeting(village, today().plusDays(1), family),
                409,
                "INITIAL_CANDIDATE_LISTED");
        refusedPlan(
                InitialApi.meeting(village, today(), api.candidate(1)),
                409,
                "INITIAL_MEETING_TWICE");
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO initial_invitation (meeting_id, kpm_id)"
                                                + " SELECT meeting_id, ? FROM initial_meeting"
                                                + " WHERE village_code = ?",
                                        UUID.fromString(elsewhere),
                                        village))
                .hasStackTraceContaining("only a candidate of the village");
    }

    private void refusedPlan(Map<String, Object> meeting, int status, String code) {
        api.plan(meeting).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void whatCannotHaveHappenedIsRefused() {
        String family = api.candidate(1);
        String other = api.candidate(1);
        String later = api.planned(today().plusDays(7), family);
        assertThat(api.deliver(later, family, today().plusDays(1)))
                .isEqualTo("INITIAL_DELIVERY_IN_FUTURE");
        assertThat(api.deliver(later, other, today())).isEqualTo("INITIAL_NOT_ON_LIST");
        api.record(later, Map.of())
                .statusCode(422)
                .body("code", equalTo("INITIAL_MEETING_IN_FUTURE"));
        String past = api.planned(today().minusDays(3), other);
        assertThat(api.deliver(past, other, today())).isEqualTo("INITIAL_DELIVERY_AFTER_MEETING");
        assertThat(
                        InitialApi.deliver(Caller.facilitator("17.71.09"), past, other, today())
                                .extract()
                                .<String>path("items[0].outcome"))
                .isEqualTo("NOT_FOUND");
        api.record(past, Map.of(other, "CAME"))
                .statusCode(409)
                .body("code", equalTo("INITIAL_NOT_DELIVERED"));
        api.record(past, Map.of(family, "CAME"))
                .statusCode(422)
                .body("code", equalTo("INITIAL_NOT_ON_LIST"));
        api.compare(api.candidate(1), null, InitialApi.itemsWithout(List.of()), List.of())
                .statusCode(422)
                .body("code", equalTo("INITIAL_NOT_ON_LIST"));
        Map<String, Object> twice = new HashMap<>();
        twice.put("topics", List.of("AIMS"));
        twice.put(
                "marks",
                List.of(
                        Map.of("kpm_id", other, "mark", "CAME"),
                        Map.of("kpm_id", other, "mark", "DID_NOT_COME")));
        facilitator
                .withNewKey()
                .post("/initial-meetings/" + past + "/records", twice)
                .statusCode(400)
                .body("code", equalTo("INITIAL_CANDIDATES_INVALID"));
    }
}
