package id.pkh.registry.graduation;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.pkh.platform.security.Roles;
import id.pkh.registry.workbook.StubFacts;
import id.pkh.registry.workbook.StubProposals;
import id.pkh.registry.workbook.StubServices;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Families that graduate, from the list of readiness to the review. */
@QuarkusTest
@QuarkusTestResource(value = StubServices.class, restrictToAnnotatedClass = false)
class GraduationComponentTest extends GraduationTest {

    private ValidatableResponse ready() {
        return place.coordinator()
                .get("/graduation-readiness?village=" + place.village(1))
                .statusCode(200);
    }

    private void component(LocalDate until) {
        tables.execute(
                "UPDATE family_member SET component = 'SMA', birth_date = ?, component_since = ?,"
                        + " component_until = ? WHERE kpm_id = ?",
                today().minusYears(18),
                today().minusYears(3),
                until,
                family);
    }

    @Test
    void aFamilyIsReadyByWhatIsOnRecordAndNothingFollows() {
        ready().body("items", hasSize(0));
        component(null);
        ready().body("items", hasSize(0));
        component(today().plusDays(91));
        ready().body("items", hasSize(0));
        component(today().plusDays(90));
        ready().body("items.ready_for", equalTo(List.of(List.of("NATURAL"))))
                .body("items[0].kpm_id", equalTo(family.toString()))
                .body("items[0].last_component_until", equalTo(today().plusDays(90).toString()))
                .body("items[0].graduation_id", nullValue());
        String visit = visited(today().minusDays(3), "DATA", "INCOME_IMPROVED");
        tables.execute(
                "UPDATE kpm SET participating_since = ? WHERE id = ?",
                today().minusYears(5).minusDays(1),
                family);
        ready().body(
                        "items[0].ready_for",
                        equalTo(List.of("NATURAL", "SELF_RELIANT", "MEMBERSHIP")))
                .body("items[0].income_visit_id", equalTo(visit));

        Caller.coordinator("17.71")
                .get("/graduation-readiness?village=" + place.village(1))
                .body("items", hasSize(0));
        assertThat(tables.text("SELECT status FROM kpm WHERE id = ?", family)).isEqualTo("ACTIVE");
        assertThat(tables.number("SELECT count(*) FROM graduation WHERE kpm_id = ?", family))
                .isZero();
        tables.execute(
                "UPDATE kpm SET status = 'CANDIDATE', base_status = 'CANDIDATE' WHERE id = ?",
                family);
        ready().body("items", hasSize(0));
    }

    @Test
    void whatIsAcceptedBecomesAProposalOfVerificationInWhichTheGraduationIsNamed() {
        String graduation = proposed();
        ready().body("items[0].graduation_id", equalTo(graduation));
        assertThat((Object) StubProposals.of(family.toString())).isNull();

        UUID exit = forwarded(graduation);
        JsonNode sent = StubProposals.of(family.toString());
        assertThat(sent.path("kind").asText()).isEqualTo("GRADUATE");
        assertThat(sent.path("reason_code").asText()).isEqualTo("INCOME_IMPROVED");
        assertThat(sent.path("evidence_reference").asText()).contains(graduation);
        assertThat(sent.path("proposal_id").asText()).isEqualTo(exit.toString());
        act(place.administrator(), graduation, "acceptance", 2)
                .statusCode(409)
                .body("code", equalTo("GRADUATION_NOT_OPEN"));
        act(facilitator, graduation, "withdrawal", 2).statusCode(409);
        facilitator
                .get("/graduations?state=FORWARDED&kpm_id=" + family)
                .body("items", hasSize(1))
                .body("items[0].history", nullValue());
        assertThat(tables.text("SELECT status FROM kpm WHERE id = ?", family)).isEqualTo("ACTIVE");
    }

    @Test
    void anAnswerThatWasLostIsFoundAgainAndNothingIsProposedTwice() {
        String graduation = proposed();
        StubFacts.setDown(true);
        try {
            act(place.administrator(), graduation, "acceptance", 1)
                    .statusCode(503)
                    .body("code", equalTo("OTHER_SERVICE_UNAVAILABLE"));
        } finally {
            StubFacts.setDown(false);
        }
        StubProposals.loseNextAnswer();
        act(place.administrator(), graduation, "acceptance", 1).statusCode(503);
        String made = StubProposals.of(family.toString()).path("proposal_id").asText();

        assertThat(forwarded(graduation)).hasToString(made);
    }

    @Test
    void whatVerificationRefusesStaysProposed() {
        String graduation = proposed();
        StubProposals.propose(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kpm_id", family.toString())
                        .put("evidence_reference", "of somebody else"));
        act(place.administrator(), graduation, "acceptance", 1)
                .statusCode(409)
                .body("code", equalTo("GRADUATION_NOT_TAKEN"))
                .body("refused_with", equalTo("PROPOSAL_OPEN"));
        facilitator.get("/graduations/" + graduation).body("state", equalTo("PROPOSED"));
        act(place.administrator(), graduation, "rejection", 1)
                .statusCode(200)
                .body("rejection", equalTo("STILL_IN_NEED"))
                .body("history.state", equalTo(List.of("PROPOSED", "REJECTED")));
        proposed();
    }

    @Test
    void anotherPersonOfTheAreaReviews() {
        Caller both =
                Caller.named(
                        "two-roles",
                        List.of(Roles.FACILITATOR, Roles.DATA_ADMINISTRATOR),
                        place.subDistrict());
        String graduation =
                both.withNewKey()
                        .post("/graduations", selfReliant())
                        .statusCode(201)
                        .extract()
                        .path("graduation_id");
        both.get("/my-work").body("items.kind", not(hasItem("GRADUATION_TO_REVIEW")));
        place.administrator()
                .get("/my-work?village=" + place.village(1))
                .body("items.kind", hasItem("GRADUATION_TO_REVIEW"));
        for (String act : List.of("acceptance", "rejection")) {
            act(both, graduation, act, 1)
                    .statusCode(409)
                    .body("code", equalTo("GRADUATION_SAME_PERSON"));
            act(facilitator, graduation, act, 1).statusCode(403);
            act(Caller.administrator("17.71"), graduation, act, 1).statusCode(404);
            act(place.administrator(), graduation, act, 2)
                    .statusCode(409)
                    .body("code", equalTo("GRADUATION_VERSION_DIFFERS"));
        }
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE graduation SET state = 'REJECTED', version = 2,"
                                                + " rejection = 'OTHER', reviewed_by = proposed_by"
                                                + " WHERE graduation_id = ?",
                                        UUID.fromString(graduation)))
                .hasStackTraceContaining("graduation_reviewed_by_another");
        act(facilitator, graduation, "withdrawal", 1)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        place.administrator().withNewKey().post("/graduations", selfReliant()).statusCode(403);
    }

    @Test
    void whatCannotBeProposedIsRefused() {
        String visit = visited(today(), "GRADUATION", "INCOME_IMPROVED");
        Map<String, Object> good = proposal("SELF_RELIANT", "INCOME_IMPROVED", visit);
        refused(good, "reason", "LAST_COMPONENT_ENDED", 422, "GRADUATION_REASON_NOT_OF_TYPE");
        refused(good, "year_joined", today().getYear(), 422, "GRADUATION_YEAR_DISAGREES");
        refused(
                good,
                "effective_on",
                today().minusDays(1).toString(),
                422,
                "GRADUATION_DAY_INVALID");
        refused(
                good,
                "visit_id",
                visited(today(), "DATA", "INCOME_IMPROVED"),
                422,
                "GRADUATION_VISIT_NOT_USABLE");
        refused(
                good,
                "visit_id",
                visited(today(), "GRADUATION", "NOTHING_NEW"),
                409,
                "GRADUATION_NOT_READY");
        refused(good, "visit_id", UUID.randomUUID(), 422, "VISIT_OF_ANOTHER_FAMILY");
        refused(good, "kpm_id", UUID.randomUUID(), 404, "NOT_FOUND");
        propose(proposal("NATURAL", "LAST_COMPONENT_ENDED", visit))
                .statusCode(409)
                .body("code", equalTo("GRADUATION_NOT_READY"));

        propose(good).statusCode(201).body("policy_code", notNullValue());
        propose(good).statusCode(409).body("code", equalTo("GRADUATION_ALREADY_OPEN"));
        tables.execute(
                "UPDATE kpm SET status = 'VALIDATED', base_status = 'VALIDATED' WHERE id = ?",
                family);
        propose(good).statusCode(409).body("code", equalTo("GRADUATION_NO_MEMBER"));
    }

    private void refused(
            Map<String, Object> good, String field, Object value, int status, String code) {
        Map<String, Object> proposal = new HashMap<>(good);
        proposal.put(field, value);
        propose(proposal).statusCode(status).body("code", equalTo(code));
    }
}
