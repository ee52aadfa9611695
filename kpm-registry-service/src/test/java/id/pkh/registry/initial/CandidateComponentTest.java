package id.pkh.registry.initial;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rest.Figures;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Candidates who were invited, until they are validated at the meeting or at home. */
@QuarkusTest
class CandidateComponentTest extends InitialComponentTest {

    private static final Map<String, Object> OTHER_NUMBER =
            Map.of(
                    "kind", "TELEPHONE_CHANGED",
                    "effective_on", today().toString(),
                    "telephone", "+6281200000077");

    @Test
    void whoComesAndMatchesIsValidated() {
        String family = api.candidate(1);
        String meeting = invited(family);
        assertThat(status(family)).isEqualTo("INVITED");
        assertThat(api.deliver(meeting, family, today())).isEqualTo("INITIAL_ALREADY_DELIVERED");
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
                Figures.of(facilitator, YearMonth.from(today()).toString(), place.village(1));
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
        facilitator.get("/initial-candidates/" + family).body("items.state", not(hasItem("WAITS")));
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
        assertThat(Figures.of(facilitator, YearMonth.from(today()).toString(), place.village(1)))
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
                        "effective_on", today().toString());
        facilitator.post("/kpm/" + family + "/status-changes", decision).statusCode(403);
        Caller.officer().post("/kpm/" + family + "/status-changes", decision).statusCode(200);
        assertThat(status(family)).isEqualTo("ELIGIBLE");
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
        api.compare(family, null, List.of(Map.of("item", "CARE", "verdict", "MATCHES")), List.of())
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
