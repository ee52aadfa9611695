package id.pkh.verification.sanction;

import static id.pkh.verification.support.World.corrected;
import static id.pkh.verification.support.World.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A named officer decides; a corrected fact undoes it, once. */
@QuarkusTest
@OnLocalStack("verification")
class DecisionComponentTest {

    private static final String ABSENCE = "GROUP_MEETING_ABSENCE";

    @Inject World world;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private final UUID group = UUID.randomUUID();
    private Family family;
    private UUID kpm;
    private UUID proposal;

    @BeforeEach
    void threeAbsences() {
        family = world.family(area + ".1001");
        kpm = family.kpmId;
        world.register(family);
        for (int month = 1; month <= 3; month++) {
            world.tell(held(group, "2026-0" + month, Map.of(kpm, "ABSENT")), month);
        }
        proposal = world.standingStep(kpm, "2026-03", ABSENCE);
    }

    @Test
    void a_suspension_is_decided_by_a_named_officer_from_the_month_after() {
        suspend(proposal)
                .statusCode(201)
                .body("decision", equalTo("SUSPEND"))
                .body("effect", equalTo("HOLD"))
                .body("effective_from", equalTo("2026-04-01"))
                .body("decided_by", equalTo("officer-1"))
                .body("lift", nullValue());
        PublishedEvent decided = world.sanctions(kpm, 4).get(3);
        assertThat(decided.type()).isEqualTo("id.pkh.verification.suspension-decided.v1");
        assertThat(decided.sequence()).isEqualTo(4);
        assertThat(decided.text("step_id")).isEqualTo(proposal.toString());
        assertThat(decided.text("period")).isEqualTo("2026-03");
        assertThat(decided.text("effective_from")).isEqualTo("2026-04-01");
        assertThat(decided.text("village_code")).isEqualTo(family.villageCode);
        assertThat(decided.payload().has("reason")).isFalse();
        Caller.facilitator(area)
                .get("/decisions?kpm=" + kpm)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("visited, no excuse"));
        Caller.facilitator(World.newSubDistrict())
                .get("/decisions?kpm=" + kpm)
                .body("items", hasSize(0));
    }

    @Test
    void a_decision_is_found_where_the_answer_says() {
        ExtractableResponse<Response> decided = suspend(proposal).extract();
        String decision = "/decisions/" + decided.path("decision_id");
        assertThat(decided.header("Location")).endsWith("/api/v1" + decision);
        Caller.facilitator(area)
                .get(decision)
                .statusCode(200)
                .body("decided_by", equalTo("officer-1"));
        Caller.facilitator(World.newSubDistrict()).get(decision).statusCode(404);
        Caller.auditor().get("/decisions/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void a_proposal_is_decided_once() {
        suspend(proposal).statusCode(201);
        suspend(proposal)
                .statusCode(409)
                .body("code", equalTo("ALREADY_DECIDED"))
                .body("decision", equalTo("SUSPEND"))
                .body("decision_id", notNullValue());
        assertThat(world.sanctions(kpm, 4)).hasSize(4);
    }

    @Test
    void a_reason_with_a_long_number_is_refused_and_nothing_is_decided() {
        for (String reason :
                List.of(
                        "NIK 1771080101900001",
                        "1771 0801 0190 0001",
                        "１７７１０８０１０１９００００１",
                        "telepon 0812-3456-7890")) {
            decide(proposal, Map.of("decision", "DISMISS", "reason", reason))
                    .statusCode(422)
                    .body("code", equalTo("TEXT_HAS_LONG_NUMBER"))
                    .body("field", equalTo("reason"));
        }
        decide(proposal, Map.of("decision", "DISMISS", "reason", "a\u0007b"))
                .statusCode(400)
                .body("code", equalTo("INVALID_JSON"));
        assertThat(world.sanctions(kpm, 3)).hasSize(3);
    }

    @Test
    void a_proposal_can_be_dismissed() {
        decide(proposal, Map.of("decision", "DISMISS", "reason", "she was in hospital"))
                .statusCode(201)
                .body("effect", equalTo("NONE"));
        assertThat(world.sanctions(kpm, 4).get(3).text("decision")).isEqualTo("DISMISS");
    }

    @Test
    void what_cannot_be_decided_is_refused_with_a_reason() {
        UUID warning = world.standingStep(kpm, "2026-02", ABSENCE);
        suspend(warning)
                .statusCode(409)
                .body("code", equalTo("STEP_NOT_A_PROPOSAL"))
                .body("detail", containsString("SUSPENSION_WARNING"));
        decide(proposal, Map.of("decision", "TERMINATE", "reason", "x"))
                .statusCode(422)
                .body("code", equalTo("DECISION_DOES_NOT_FIT"));
        decide(proposal, Map.of("decision", "SUSPEND", "reason", "x"))
                .statusCode(422)
                .body("code", equalTo("EFFECT_DOES_NOT_FIT"));
        decide(proposal, Map.of("decision", "SUSPEND", "effect", "HOLD", "reason", " "))
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
        decide(proposal, Map.of("decision", "SUSPEND", "effect", "HOLD")).statusCode(400);
        decide(UUID.randomUUID(), Map.of("decision", "DISMISS", "reason", "x")).statusCode(404);
        world.tell(corrected(group, "2026-03", "GROUP_MEETING", Map.of(kpm, "PRESENT")), 4);
        suspend(proposal)
                .statusCode(409)
                .body("code", equalTo("STEP_WITHDRAWN"))
                .body("withdrawal_reason", equalTo("CORRECTED_FACT"));
    }

    @Test
    void refusals_speak_indonesian_to_those_who_ask_for_it() {
        suspend(proposal).statusCode(201);
        Caller.officer()
                .request()
                .header("Accept-Language", "id")
                .contentType("application/json")
                .body(Map.of("decision", "DISMISS", "reason", "x"))
                .post("/api/v1/sanction-steps/" + proposal + "/decision")
                .then()
                .statusCode(409)
                .body("title", equalTo("Sudah diputuskan"));
    }

    @Test
    void only_an_officer_decides_and_only_where_she_is_responsible() {
        Map<String, String> body = Map.of("decision", "DISMISS", "reason", "x");
        String path = "/sanction-steps/" + proposal + "/decision";
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/api/v1" + path)
                .then()
                .statusCode(401);
        Caller.facilitator(area).post(path, body).statusCode(403);
        Caller.approver().post(path, body).statusCode(403);
        Caller.named("officer-9", "MINISTRY_OFFICER", World.newSubDistrict())
                .post(path, body)
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void a_late_correction_withdraws_the_proposal_and_lifts_the_suspension_exactly_once() {
        String decision = suspend(proposal).extract().path("decision_id");
        world.tell(corrected(group, "2026-02", "GROUP_MEETING", Map.of(kpm, "PRESENT")), 4);
        List<PublishedEvent> told = world.sanctions(kpm, 8);
        assertThat(told.subList(4, told.size()))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.suspension-warning-withdrawn.v1",
                        "id.pkh.verification.suspension-proposal-withdrawn.v1",
                        "id.pkh.verification.suspension-lifted.v1",
                        "id.pkh.verification.reminder-issued.v1");
        PublishedEvent lifted = told.get(6);
        assertThat(lifted.text("decision_id")).isEqualTo(decision);
        assertThat(lifted.text("reason")).isEqualTo("CORRECTED_FACT");
        assertThat(lifted.text("lifted_by")).isEqualTo("system");

        world.tell(corrected(group, "2026-02", "GROUP_MEETING", Map.of(kpm, "ABSENT")), 5);
        world.tell(corrected(group, "2026-02", "GROUP_MEETING", Map.of(kpm, "SICK")), 6);
        assertThat(world.sanctions(kpm, 12))
                .filteredOn(event -> event.type().endsWith("suspension-lifted.v1"))
                .hasSize(1);
        Caller.officer()
                .post("/decisions/" + decision + "/lift", Map.of("reason", "x"))
                .statusCode(409)
                .body("code", equalTo("ALREADY_LIFTED"))
                .body("lift_reason", equalTo("CORRECTED_FACT"));
        assertThat(
                        rows.texts(
                                "SELECT reason FROM suspension_lift WHERE decision_id = ?::uuid",
                                decision))
                .containsExactly("CORRECTED_FACT");
    }

    @Test
    void a_suspension_stays_when_more_months_run_than_before() {
        suspend(proposal).statusCode(201);
        UUID otherGroup = UUID.randomUUID();
        world.tell(held(otherGroup, "2025-12", Map.of(kpm, "ABSENT")), 1);
        assertThat(world.standingStep(kpm, "2026-03", ABSENCE)).isEqualTo(proposal);
        assertThat(world.sanctions(kpm, 4)).noneMatch(event -> event.type().endsWith("lifted.v1"));
    }

    @Test
    void an_officer_lifts_a_suspension_once() {
        String decision = suspend(proposal).extract().path("decision_id");
        Caller.officer("officer-2")
                .post("/decisions/" + decision + "/lift", Map.of("reason", "commitment met since"))
                .statusCode(200)
                .body("lift.reason", equalTo("OFFICER"))
                .body("lift.note", equalTo("commitment met since"))
                .body("lift.lifted_by", equalTo("officer-2"));
        PublishedEvent lifted = world.sanctions(kpm, 5).get(4);
        assertThat(lifted.text("reason")).isEqualTo("OFFICER");
        assertThat(lifted.text("lifted_by")).isEqualTo("officer-2");
        Caller.officer()
                .post("/decisions/" + decision + "/lift", Map.of("reason", "x"))
                .statusCode(409);
        // the facts fall away afterwards: the suspension has ended already
        world.tell(corrected(group, "2026-03", "GROUP_MEETING", Map.of(kpm, "PRESENT")), 4);
        assertThat(world.sanctions(kpm, 6))
                .filteredOn(event -> event.type().endsWith("suspension-lifted.v1"))
                .hasSize(1);
    }

    @Test
    void only_a_suspension_can_be_lifted() {
        String decision =
                decide(proposal, Map.of("decision", "DISMISS", "reason", "x"))
                        .extract()
                        .path("decision_id");
        Caller.officer()
                .post("/decisions/" + decision + "/lift", Map.of("reason", "x"))
                .statusCode(409)
                .body("code", equalTo("DECISION_NOT_A_SUSPENSION"));
        Caller.officer()
                .post("/decisions/" + UUID.randomUUID() + "/lift", Map.of("reason", "x"))
                .statusCode(404);
        Caller.facilitator(area)
                .post("/decisions/" + decision + "/lift", Map.of("reason", "x"))
                .statusCode(403);
    }

    private ValidatableResponse suspend(UUID step) {
        return decide(
                step,
                Map.of("decision", "SUSPEND", "effect", "HOLD", "reason", "visited, no excuse"));
    }

    private static ValidatableResponse decide(UUID step, Map<String, String> body) {
        return Caller.officer().post("/sanction-steps/" + step + "/decision", body);
    }
}
