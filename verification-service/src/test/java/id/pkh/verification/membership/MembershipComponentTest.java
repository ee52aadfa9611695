package id.pkh.verification.membership;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import id.pkh.verification.support.Deciding;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A family leaves the programme by a proposal with evidence, and can come back. */
@QuarkusTest
@OnLocalStack("verification")
class MembershipComponentTest {

    @Inject World world;

    private final String area = World.newSubDistrict();
    private Family family;

    @BeforeEach
    void aFamily() {
        family = world.family(area + ".1001");
        world.register(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERMINATE", "GRADUATE", "MOVE", "DECEASE"})
    void an_exit_is_proposed_decided_by_two_delivered_and_lifted(String kind) {
        String proposal = proposed(kind);
        String decision = Deciding.decide(Deciding.draftOf(proposal, kind));
        Deciding.delivered(area, "/decisions/" + decision).statusCode(201);
        Caller.officer("officer-3")
                .post(
                        "/decisions/" + decision + "/lift",
                        Map.of("reason", "OFFICER_ERROR", "note", "another family was meant"))
                .statusCode(200)
                .body("state", equalTo("LIFTED"));

        List<PublishedEvent> told = world.sanctions(family.kpmId, 5);
        assertThat(told)
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.exit-proposed.v1",
                        "id.pkh.verification.exit-decided.v1",
                        "id.pkh.verification.notice-delivered.v1",
                        "id.pkh.verification.decision-took-effect.v1",
                        "id.pkh.verification.exit-lifted.v1");
        assertThat(told.get(0).text("proposed_by")).isEqualTo("facilitator-1");
        assertThat(told.get(1).text("decision")).isEqualTo("CONFIRM");
        assertThat(told.get(1).text("prepared_by")).isEqualTo("officer-1");
        assertThat(told.get(1).text("decided_by")).isEqualTo("officer-2");
        assertThat(told.get(3).text("measure")).isEqualTo(kind);
        assertThat(told.get(3).text("effect")).isEqualTo("NONE");
        assertThat(told.get(4).text("exit")).isEqualTo(kind);
        assertThat(told.get(4).text("reason")).isEqualTo("OFFICER_ERROR");
        // the family can be proposed again
        propose(kind).statusCode(201);
    }

    @Test
    void an_exit_does_not_apply_before_the_day_that_it_names() {
        Map<String, Object> later = body("GRADUATE");
        later.put("effective_on", today().plusDays(20).toString());
        String proposal =
                Caller.facilitator(area)
                        .post("/membership-proposals", later)
                        .statusCode(201)
                        .extract()
                        .path("proposal_id");
        String decision = Deciding.decide(Deciding.draftOf(proposal, "GRADUATE"));
        Deciding.delivered(area, "/decisions/" + decision)
                .statusCode(201)
                .body("effect_due_on", equalTo(today().plusDays(20).toString()));
        Caller.auditor()
                .get("/decisions/" + decision)
                .body("state", equalTo("NOTIFIED"))
                .body("delivery.route", equalTo("LETTER"));
        assertThat(world.sanctions(family.kpmId, 3)).hasSize(3);
    }

    @Test
    void a_family_that_left_comes_back_from_the_day_of_the_decision() {
        leaves("GRADUATED");
        String proposal = proposed("REINSTATE");
        String decision = Deciding.decide(Deciding.draftOf(proposal, "REINSTATE"));
        Caller.auditor().get("/decisions/" + decision).body("state", equalTo("SETTLED"));
        PublishedEvent reinstated = world.sanctions(family.kpmId, 1).get(0);
        assertThat(reinstated.type()).isEqualTo("id.pkh.verification.membership-reinstated.v1");
        assertThat(reinstated.text("effective_from")).isEqualTo(today().toString());
        assertThat(reinstated.text("reason_code")).isEqualTo("RETURNED");
        Deciding.delivered(area, "/decisions/" + decision)
                .statusCode(409)
                .body("code", equalTo("DECISION_WITHOUT_EFFECT"));
    }

    @Test
    void an_exit_ends_with_the_reinstatement_and_can_still_be_undone() {
        String exit = Deciding.decide(Deciding.draftOf(proposed("GRADUATE"), "GRADUATE"));
        Deciding.delivered(area, "/decisions/" + exit).statusCode(201);
        Caller.auditor().get("/decisions/" + exit).body("ended_on", nullValue());
        leaves("GRADUATED");
        Deciding.decide(Deciding.draftOf(proposed("REINSTATE"), "REINSTATE"));
        Caller.auditor()
                .get("/decisions/" + exit)
                .body("state", equalTo("ENDED"))
                .body("in_effect_from", equalTo(today().toString()))
                .body("ended_on", equalTo(today().toString()));

        leaves("ACTIVE");
        String later = Deciding.decide(Deciding.draftOf(proposed("MOVE"), "MOVE"));
        Deciding.delivered(area, "/decisions/" + later).statusCode(201);
        Caller.auditor().get("/decisions/" + later).body("state", equalTo("IN_EFFECT"));
        // what was not paid for the time away can be given back
        Caller.officer("officer-3")
                .post(
                        "/decisions/" + exit + "/lift",
                        Map.of("reason", "OFFICER_ERROR", "note", "another family was meant"))
                .statusCode(200)
                .body("state", equalTo("LIFTED"));
    }

    @Test
    void a_proposal_can_be_dismissed() {
        Deciding.decide(Deciding.draftOf(proposed("MOVE"), "DISMISS"));
        PublishedEvent decided = world.sanctions(family.kpmId, 2).get(1);
        assertThat(decided.text("decision")).isEqualTo("DISMISS");
        assertThat(decided.text("exit")).isEqualTo("MOVE");
        propose("MOVE").statusCode(201);
    }

    @Test
    void the_person_who_made_a_proposal_withdraws_it_while_it_is_not_decided() {
        String proposal = proposed("GRADUATE");
        String path = "/membership-proposals/" + proposal;
        Caller.coordinator(area)
                .post(path + "/withdrawal")
                .statusCode(409)
                .body("code", equalTo("PROPOSAL_OF_ANOTHER"));
        JsonPath draft =
                Deciding.prepare(Deciding.draftOf(proposal, "GRADUATE"))
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        Caller.facilitator(area)
                .post(path + "/withdrawal")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        Caller.facilitator(area)
                .post(path + "/withdrawal")
                .statusCode(409)
                .body("code", equalTo("PROPOSAL_WITHDRAWN"));
        assertThat(world.sanctions(family.kpmId, 2).get(1).type())
                .isEqualTo("id.pkh.verification.exit-proposal-withdrawn.v1");
        Deciding.confirm("officer-2", draft)
                .statusCode(200)
                .body("items[0].outcome", equalTo("LEFT_OUT"))
                .body("items[0].refusal_code", equalTo("PROPOSAL_WITHDRAWN"));
        Deciding.prepare(Deciding.draftOf(proposal, "GRADUATE"))
                .statusCode(409)
                .body("code", equalTo("PROPOSAL_WITHDRAWN"));
    }

    @Test
    void a_decided_proposal_stays() {
        String proposal = proposed("GRADUATE");
        Deciding.decide(Deciding.draftOf(proposal, "GRADUATE"));
        Caller.facilitator(area)
                .post("/membership-proposals/" + proposal + "/withdrawal")
                .statusCode(409)
                .body("code", equalTo("ALREADY_DECIDED"));
        Deciding.prepare(Deciding.draftOf(proposal, "GRADUATE"))
                .statusCode(409)
                .body("code", equalTo("ALREADY_DECIDED"));
    }

    @Test
    void nobody_confirms_an_own_proposal() {
        String proposal =
                Caller.officer("officer-2")
                        .post("/membership-proposals", body("GRADUATE"))
                        .statusCode(201)
                        .extract()
                        .path("proposal_id");
        JsonPath draft =
                Deciding.prepare(Deciding.draftOf(proposal, "GRADUATE")).extract().jsonPath();
        Deciding.confirm("officer-2", draft)
                .statusCode(409)
                .body("code", equalTo("DECISION_BY_WITNESS"));
        Deciding.confirm("officer-3", draft).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,     REINSTATE",
        "ACTIVE,     INELIGIBLE",
        "CANDIDATE,  GRADUATE",
        "TERMINATED, MOVE",
        "GRADUATED,  TERMINATE",
    })
    void a_status_that_does_not_fit_is_refused(String status, String kind) {
        leaves(status);
        propose(kind).statusCode(409).body("code", equalTo("STATUS_DOES_NOT_FIT"));
    }

    @Test
    void a_validated_family_can_be_found_ineligible() {
        leaves("VALIDATED");
        String decision = Deciding.decide(Deciding.draftOf(proposed("INELIGIBLE"), "INELIGIBLE"));
        Deciding.delivered(area, "/decisions/" + decision).statusCode(201);
        assertThat(world.sanctions(family.kpmId, 4).get(3).text("measure")).isEqualTo("INELIGIBLE");
    }

    @Test
    void a_family_that_left_meanwhile_is_left_out() {
        JsonPath draft =
                Deciding.prepare(Deciding.draftOf(proposed("GRADUATE"), "GRADUATE"))
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        leaves("DECEASED");
        Deciding.confirm("officer-2", draft)
                .statusCode(200)
                .body("items[0].refusal_code", equalTo("STATUS_DOES_NOT_FIT"));
    }

    @Test
    void what_cannot_be_proposed_is_refused() {
        String open = proposed("GRADUATE");
        propose("MOVE")
                .statusCode(409)
                .body("code", equalTo("PROPOSAL_OPEN"))
                .body("proposal_id", equalTo(open));
        Family other = world.family(area + ".1001");
        world.register(other);
        refused(with(other, "reason_code", "FRAUD"), 422, "REASON_UNKNOWN");
        refused(
                with(other, "effective_on", today().plusYears(2).toString()),
                422,
                "EFFECTIVE_DAY_INVALID");
        refused(with(other, "evidence_reference", " "), 400, "INVALID_REQUEST");
        refused(with(other, "note", "NIK 1771080101900001"), 422, "TEXT_HAS_LONG_NUMBER");
        refused(with(other, "kind", "SUSPEND"), 400, "INVALID_JSON");
        refused(with(other, "kpm_id", "0190a5b0-0000-7000-8000-0000000000ff"), 404, "NOT_FOUND");
    }

    @Test
    void only_those_who_know_the_family_propose_and_read() {
        String proposal = proposed("GRADUATE");
        String elsewhere = World.newSubDistrict();
        Caller.facilitator(elsewhere)
                .post("/membership-proposals", body("GRADUATE"))
                .statusCode(404);
        Caller.facilitator(elsewhere).get("/membership-proposals/" + proposal).statusCode(404);
        Caller.facilitator(elsewhere)
                .post("/membership-proposals/" + proposal + "/withdrawal")
                .statusCode(404);
        Caller.approver().post("/membership-proposals", body("GRADUATE")).statusCode(403);
        Caller.auditor()
                .get("/membership-proposals?status=OPEN&kpm=" + family.kpmId)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].evidence_reference", notNullValue());
    }

    private void leaves(String status) {
        family.status = status;
        world.register(family);
    }

    private String proposed(String kind) {
        return propose(kind).statusCode(201).extract().path("proposal_id");
    }

    private ValidatableResponse propose(String kind) {
        return Caller.facilitator(area).post("/membership-proposals", body(kind));
    }

    private Map<String, Object> body(String kind) {
        Map<String, Object> body = new HashMap<>();
        body.put("kpm_id", family.kpmId);
        body.put("kind", kind);
        body.put("reason_code", Deciding.reasonOf(kind));
        body.put("evidence_reference", "Visit report");
        body.put("effective_on", today().toString());
        return body;
    }

    private Map<String, Object> with(Family other, String field, Object value) {
        Map<String, Object> body = body("GRADUATE");
        body.put("kpm_id", other.kpmId);
        body.put(field, value);
        return body;
    }

    private void refused(Map<String, ?> body, int status, String code) {
        Caller.facilitator(area)
                .post("/membership-proposals", body)
                .statusCode(status)
                .body("code", equalTo(code));
    }
}
