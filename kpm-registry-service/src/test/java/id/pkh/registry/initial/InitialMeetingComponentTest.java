package id.pkh.registry.initial;

import static id.pkh.registry.support.Workplace.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rest.Figures;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Candidates of a village, from the list of the ministry to their validation. */
@QuarkusTest
class InitialMeetingComponentTest extends RegistryComponentTest {

    private static final Map<String, Object> OTHER_NUMBER =
            Map.of(
                    "kind", "TELEPHONE_CHANGED",
                    "effective_on", TODAY.toString(),
                    "telephone", "+6281200000077");

    private Workplace place;
    private Caller facilitator;
    private InitialApi api;

    @BeforeEach
    void someoneWorksThere() {
        place = Workplace.another();
        facilitator = place.signedIn(place.facilitator(1, 2));
        api = new InitialApi(place, facilitator);
    }

    private String status(String family) {
        return tables.text("SELECT status FROM kpm WHERE id = ?", UUID.fromString(family));
    }

    /** A meeting of today to which these families have their letters. */
    private String invited(String... families) {
        String meeting = api.planned(TODAY, families);
        for (String family : families) {
            assertThat(api.deliver(meeting, family, TODAY.minusDays(2))).isEqualTo("DELIVERED");
        }
        return meeting;
    }

    @Test
    void theListHasTheCandidatesOfTheVillageThatAreOnNoOther() {
        String first = api.candidate(1);
        String second = api.candidate(1);
        api.candidate(2);
        String meeting = api.planned(TODAY.plusDays(7), first);
        api.plan(InitialApi.meeting(place.village(1), TODAY.plusDays(8)))
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
        Caller.coordinator("17.71").get("/initial-meetings").body(
                "items.meeting_id", not(hasItem(meeting)));
        Caller.facilitator("17.71.09").get("/initial-meetings/" + meeting).statusCode(404);
        Caller.facilitator("17.71.09").get("/initial-candidates/" + first).statusCode(404);
    }

    @Test
    void theLettersNameTheCaretakersAndTheReadIsLogged() throws IOException {
        String family = api.candidate(1);
        String meeting = api.planned(TODAY.plusDays(7), family);
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
        api.deliver(meeting, family, TODAY);
        facilitator
                .get(path + "?purpose=letters")
                .statusCode(409)
                .body("code", equalTo("INITIAL_NO_LETTERS"));
        facilitator.get(path + "?purpose=letters&undelivered=false").statusCode(200);
        Caller.facilitator("17.71.09").get(path + "?purpose=letters").statusCode(404);
    }

    @Test
    void whoComesAndMatchesIsValidated() {
        String family = api.candidate(1);
        String meeting = invited(family);
        assertThat(status(family)).isEqualTo("INVITED");
        assertThat(api.deliver(meeting, family, TODAY)).isEqualTo("INITIAL_ALREADY_DELIVERED");
        api.compare(family, null, InitialApi.itemsWithout(List.of()), List.of())
                .statusCode(409)
                .body("code", equalTo("INITIAL_NOT_PRESENT"));
        api.record(meeting, Map.of(family, "DID_NOT_COME")).statusCode(200);
        api.record(meeting, Map.of(family, "SENT_SOMEBODY"))
                .statusCode(200)
                .body("sent_somebody", equalTo(1))
                .body("did_not_come", equalTo(0))
                .body("topics", contains("AIMS", "SANCTIONS"));
        List<Map<String, Object>> papers = InitialApi.itemsWithout(List.of("SCHOOL"));
        papers.add(InitialApi.item("SCHOOL", "MISSING"));
        api.compare(family, null, papers, List.of())
                .statusCode(200)
                .body("status", equalTo("INVITED"))
                .body("next", equalTo("COMPARE"))
                .body("items.find { it.item == 'SCHOOL' }.state", equalTo("OPEN"));
        api.record(meeting, Map.of(family, "DID_NOT_COME"))
                .statusCode(409)
                .body("code", equalTo("INITIAL_COMPARED_THERE"));
        api.compare(family, null, List.of(InitialApi.item("SCHOOL", "MATCHES")), List.of())
                .statusCode(200)
                .body("status", equalTo("VALIDATED"))
                .body("next", equalTo("NONE"));

        assertThat(
                        tables.texts(
                                "SELECT reason FROM kpm_status_history WHERE kpm_id = ?"
                                        + " ORDER BY kpm_version",
                                UUID.fromString(family)))
                .endsWith("INVITATION_DELIVERED", "VALIDATED_AT_MEETING");
        api.compare(family, null, papers, List.of())
                .statusCode(409)
                .body("code", equalTo("INITIAL_NOT_TO_VALIDATE"));
        Map<String, Long> figures =
                Figures.of(facilitator, YearMonth.from(TODAY).toString(), place.village(1));
        assertThat(figures)
                .containsEntry("INITIAL_MARKS SENT_SOMEBODY", 1L)
                .containsEntry("VALIDATED_CANDIDATES INVITED", 1L);
    }

    @Test
    void aDifferenceIsSettledWhenAnotherPersonAcceptsItsUpdate() {
        String family = api.candidate(1);
        String meeting = invited(family);
        api.record(meeting, Map.of(family, "CAME")).statusCode(200);
        List<Map<String, Object>> papers = InitialApi.itemsWithout(List.of("TELEPHONE"));
        papers.add(InitialApi.item("TELEPHONE", "DIFFERS"));
        api.compare(family, null, papers, List.of())
                .statusCode(422)
                .body("code", equalTo("INITIAL_CHANGES_DISAGREE"));
        String update =
                api.compare(family, null, papers, List.of(OTHER_NUMBER))
                        .statusCode(200)
                        .body("next", equalTo("DECIDE_UPDATE"))
                        .extract()
                        .path("items.find { it.item == 'TELEPHONE' }.update_id");
        assertThat(status(family)).isEqualTo("INVITED");

        place.administrator()
                .post("/data-updates/" + update + "/acceptance", Map.of("revision", 1))
                .statusCode(200);

        assertThat(status(family)).isEqualTo("VALIDATED");
        facilitator
                .get("/initial-candidates/" + family)
                .body("items.state", not(hasItem("WAITS")));
    }

    @Test
    void whoDidNotComeIsTracedAtHome() {
        String family = api.candidate(1);
        String meeting = invited(family);
        api.record(meeting, Map.of(family, "DID_NOT_COME"))
                .statusCode(200)
                .body("did_not_come", equalTo(1));
        String tracing = "/initial-candidates?to_trace=true&village=" + place.village(1);
        facilitator.get(tracing).body("items.next", contains("TRACE"));
        assertThat(work()).contains("CANDIDATE_TO_TRACE").doesNotContain("CANDIDATE_TO_VISIT");

        String nobody = api.visited(family, "INITIAL_TRACING", false);
        assertThat(status(family)).isEqualTo("INVITED");
        String other = api.visited(family, "DATA", true);
        assertThat(status(family)).isEqualTo("INVITED");
        String met = api.visited(family, "INITIAL_TRACING", true);
        assertThat(status(family)).isEqualTo("VISITED");
        facilitator.get(tracing).body("items", hasSize(0));
        for (String wrong : List.of(nobody, other, UUID.randomUUID().toString())) {
            api.compare(family, wrong, InitialApi.itemsWithout(List.of()), List.of())
                    .statusCode(422)
                    .body("code", equalTo("INITIAL_VISIT_DISAGREES"));
        }
        api.compare(family, met, InitialApi.itemsWithout(List.of()), List.of())
                .statusCode(200)
                .body("status", equalTo("VALIDATED"))
                .body("items.visit_id", not(hasItem(nullValue())));
        assertThat(
                        Figures.of(
                                facilitator,
                                YearMonth.from(TODAY).toString(),
                                place.village(1)))
                .containsEntry("VALIDATED_CANDIDATES VISITED", 1L);
    }

    @Test
    void theCentreDecidesWhatComesAfterTheValidation() {
        String family = api.candidate(1);
        String meeting = invited(family);
        api.record(meeting, Map.of(family, "CAME")).statusCode(200);
        api.compare(family, null, InitialApi.itemsWithout(List.of()), List.of()).statusCode(200);
        Map<String, Object> decision =
                Map.of(
                        "status", "ELIGIBLE",
                        "reason", "HAS_COMPONENT",
                        "effective_on", TODAY.toString());
        facilitator.post("/kpm/" + family + "/status-changes", decision).statusCode(403);
        Caller.officer().post("/kpm/" + family + "/status-changes", decision).statusCode(200);
        assertThat(status(family)).isEqualTo("ELIGIBLE");
    }

    @Test
    void aCancelledMeetingGivesItsListBack() {
        String family = api.candidate(1);
        String meeting = api.planned(TODAY, family);
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
        assertThat(api.deliver(meeting, family, TODAY)).isEqualTo("INITIAL_MEETING_CANCELLED");
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

    private List<String> work() {
        return facilitator.read("/my-work?limit=100").getList("items.kind");
    }

    @Test
    void whatCannotBePlannedIsRefused() {
        String family = api.candidate(1);
        String elsewhere = api.candidate(2);
        String member = importedFamily().toString();
        String village = place.village(1);
        refusedPlan(InitialApi.meeting(village, TODAY, elsewhere), 422, "INITIAL_CANDIDATE_ELSEWHERE");
        refusedPlan(InitialApi.meeting(village, TODAY, member), 422, "INITIAL_NOT_A_CANDIDATE");
        refusedPlan(
                InitialApi.meeting(village, TODAY.plusYears(2), family),
                422,
                "INITIAL_MEETING_TOO_FAR");
        refusedPlan(InitialApi.meeting("17.71.08.1001", TODAY), 422, "VILLAGE_UNKNOWN");
        refusedPlan(InitialApi.meeting(place.village(3), TODAY), 409, "INITIAL_NO_CANDIDATES");
        Map<String, Object> empty = InitialApi.meeting(village, TODAY, family);
        empty.put("ends_at", "09:00");
        refusedPlan(empty, 422, "INITIAL_HOURS_INVALID");
        Map<String, Object> numbered = InitialApi.meeting(village, TODAY, family);
        numbered.put("place", "Telepon 081234567890");
        refusedPlan(numbered, 400, "TEXT_HAS_LONG_NUMBER");
        api.planned(TODAY, family);
        refusedPlan(
                InitialApi.meeting(village, TODAY.plusDays(1), family),
                409,
                "INITIAL_CANDIDATE_LISTED");
        refusedPlan(
                InitialApi.meeting(village, TODAY, api.candidate(1)), 409, "INITIAL_MEETING_TWICE");
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
        String later = api.planned(TODAY.plusDays(7), family);
        assertThat(api.deliver(later, family, TODAY.plusDays(1)))
                .isEqualTo("INITIAL_DELIVERY_IN_FUTURE");
        assertThat(api.deliver(later, other, TODAY)).isEqualTo("INITIAL_NOT_ON_LIST");
        api.record(later, Map.of())
                .statusCode(422)
                .body("code", equalTo("INITIAL_MEETING_IN_FUTURE"));
        String past = api.planned(TODAY.minusDays(3), other);
        assertThat(api.deliver(past, other, TODAY)).isEqualTo("INITIAL_DELIVERY_AFTER_MEETING");
        assertThat(
                        InitialApi.deliver(
                                        Caller.facilitator("17.71.09"), past, other, TODAY)
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

    @Test
    void itemsHaveTheirOwnEvidenceAndOccurOnce() {
        String family = api.candidate(1);
        api.record(invited(family), Map.of(family, "CAME")).statusCode(200);
        api.compare(
                        family,
                        null,
                        List.of(
                                InitialApi.item("CARE", "MATCHES"),
                                InitialApi.item("CARE", "MISSING")),
                        List.of())
                .statusCode(422)
                .body("code", equalTo("INITIAL_ITEM_TWICE"));
        api.compare(
                        family,
                        null,
                        List.of(Map.of("item", "CARE", "verdict", "MATCHES")),
                        List.of())
                .statusCode(422)
                .body("code", equalTo("INITIAL_EVIDENCE_DISAGREES"));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO initial_comparison SELECT gen_random_uuid(),"
                                                + " kpm_id, meeting_id, NULL, 'CARE', 'DIFFERS',"
                                                + " 'FAMILY_CARD', NULL, 'x', now()"
                                                + " FROM initial_invitation WHERE kpm_id = ?",
                                        UUID.fromString(family)))
                .hasStackTraceContaining("initial_comparison_difference");
    }
}
