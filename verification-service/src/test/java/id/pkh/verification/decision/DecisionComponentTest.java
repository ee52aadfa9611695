package id.pkh.verification.decision;

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
import id.pkh.verification.duty.DailyDuties;
import id.pkh.verification.support.Deciding;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A named officer decides; a corrected fact undoes it, once. */
@QuarkusTest
@OnLocalStack("verification")
class DecisionComponentTest {

    private static final String ABSENCE = "GROUP_MEETING_ABSENCE";

    @Inject World world;
    @Inject Rows rows;
    @Inject DailyDuties duties;
    @Inject NoticePolicies policies;

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
    void a_suspension_is_decided_by_two_officers_and_takes_effect_when_it_was_delivered() {
        String decision = Deciding.suspend(proposal);
        Caller.officer()
                .get("/decisions/" + decision)
                .statusCode(200)
                .body("decision", equalTo("SUSPEND"))
                .body("effect", equalTo("HOLD"))
                .body("state", equalTo("TAKEN"))
                .body("effective_from", equalTo("2026-04-01"))
                .body("prepared_by", equalTo("officer-1"))
                .body("decided_by", equalTo("officer-2"))
                .body("in_effect_from", nullValue())
                .body("lift", nullValue());
        PublishedEvent decided = world.sanctions(kpm, 4).get(3);
        assertThat(decided.type()).isEqualTo("id.pkh.verification.suspension-decided.v1");
        assertThat(decided.sequence()).isEqualTo(4);
        assertThat(decided.text("step_id")).isEqualTo(proposal.toString());
        assertThat(decided.text("period")).isEqualTo("2026-03");
        assertThat(decided.text("effective_from")).isEqualTo("2026-04-01");
        assertThat(decided.text("takes_effect")).isEqualTo("ON_NOTICE");
        assertThat(decided.text("prepared_by")).isEqualTo("officer-1");
        assertThat(decided.text("village_code")).isEqualTo(family.villageCode);
        assertThat(decided.payload().has("reason")).isFalse();

        Deciding.delivered(area, "/decisions/" + decision).statusCode(201);
        List<PublishedEvent> told = world.sanctions(kpm, 6);
        assertThat(told.subList(4, 6))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.notice-delivered.v1",
                        "id.pkh.verification.decision-took-effect.v1");
        assertThat(told.get(5).text("measure")).isEqualTo("SUSPEND");
        assertThat(told.get(5).text("effect")).isEqualTo("HOLD");
        assertThat(told.get(5).text("effective_from")).isEqualTo(told.get(4).text("delivered_on"));
        Caller.facilitator(area)
                .get("/decisions?kpm=" + kpm)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("IN_EFFECT"))
                .body("items[0].reason", equalTo("visited, no excuse"));
        Caller.facilitator(World.newSubDistrict())
                .get("/decisions?kpm=" + kpm)
                .body("items", hasSize(0));
    }

    @Test
    void a_decision_is_found_where_the_answer_says() {
        ExtractableResponse<Response> prepared =
                Deciding.prepare(Deciding.draft("SUSPEND", "HOLD", proposal))
                        .statusCode(201)
                        .extract();
        String draft = "/decision-drafts/" + prepared.path("draft_id");
        assertThat(prepared.header("Location")).endsWith("/api/v1" + draft);
        Caller.auditor().get(draft).statusCode(200).body("status", equalTo("OPEN"));
        String decision =
                "/decisions/"
                        + Deciding.confirm("officer-2", prepared.jsonPath())
                                .extract()
                                .path("items[0].decision_id");
        Caller.facilitator(area)
                .get(decision)
                .statusCode(200)
                .body("decided_by", equalTo("officer-2"));
        Caller.facilitator(World.newSubDistrict()).get(decision).statusCode(404);
        Caller.auditor().get("/decisions/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void a_proposal_is_decided_once() {
        Deciding.suspend(proposal);
        prepare(proposal)
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
            Deciding.prepare(with("note", reason))
                    .statusCode(422)
                    .body("code", equalTo("TEXT_HAS_LONG_NUMBER"))
                    .body("field", equalTo("note"));
        }
        Deciding.prepare(with("note", "a\u0007b"))
                .statusCode(400)
                .body("code", equalTo("INVALID_JSON"));
        assertThat(world.sanctions(kpm, 3)).hasSize(3);
    }

    @Test
    void a_proposal_can_be_dismissed() {
        String decision = Deciding.decide(Deciding.draft("DISMISS", null, proposal));
        Caller.officer()
                .get("/decisions/" + decision)
                .body("effect", equalTo("NONE"))
                .body("state", equalTo("SETTLED"));
        Deciding.delivered(area, "/decisions/" + decision)
                .statusCode(409)
                .body("code", equalTo("DECISION_WITHOUT_EFFECT"));
        assertThat(world.sanctions(kpm, 4).get(3).text("decision")).isEqualTo("DISMISS");
    }

    @Test
    void what_cannot_be_decided_is_refused_with_a_reason() {
        UUID warning = world.standingStep(kpm, "2026-02", ABSENCE);
        prepare(warning)
                .statusCode(409)
                .body("code", equalTo("STEP_NOT_A_PROPOSAL"))
                .body("detail", containsString("SUSPENSION_WARNING"));
        refused(Deciding.draft("TERMINATE", null, proposal), 422, "DECISION_DOES_NOT_FIT");
        refused(Deciding.draft("SUSPEND", null, proposal), 422, "EFFECT_DOES_NOT_FIT");
        refused(Deciding.draft("DISMISS", "HOLD", proposal), 422, "EFFECT_DOES_NOT_FIT");
        refused(with("note", " "), 400, "INVALID_REQUEST");
        refused(with("reason_code", "FRAUD"), 422, "REASON_UNKNOWN");
        refused(Deciding.draft("SUSPEND", "HOLD"), 422, "DRAFT_SIZE_INVALID");
        refused(Deciding.draft("SUSPEND", "HOLD", proposal, proposal), 422, "ITEM_TWICE");
        refused(Deciding.draft("DISMISS", null, UUID.randomUUID()), 404, "NOT_FOUND");
        world.tell(corrected(group, "2026-03", "GROUP_MEETING", Map.of(kpm, "PRESENT")), 4);
        prepare(proposal)
                .statusCode(409)
                .body("code", equalTo("STEP_WITHDRAWN"))
                .body("withdrawal_reason", equalTo("CORRECTED_FACT"));
    }

    @Test
    void refusals_speak_indonesian_to_those_who_ask_for_it() {
        Deciding.suspend(proposal);
        Caller.officer()
                .in("id")
                .post("/decision-drafts", Deciding.draft("DISMISS", null, proposal))
                .statusCode(409)
                .body("title", equalTo("Sudah diputuskan"));
    }

    @Test
    void only_an_officer_decides_and_only_where_she_is_responsible() {
        Map<String, Object> body = Deciding.draft("DISMISS", null, proposal);
        String path = "/decision-drafts";
        Caller.anonymous().post(path, body).statusCode(401);
        Caller.facilitator(area).post(path, body).statusCode(403);
        Caller.approver().post(path, body).statusCode(403);
        Caller elsewhere = Caller.named("officer-9", "MINISTRY_OFFICER", World.newSubDistrict());
        elsewhere.post(path, body).statusCode(404).body("code", equalTo("NOT_FOUND"));
        JsonPath draft = Deciding.prepare(body).extract().jsonPath();
        String confirmation = path + "/" + draft.getString("draft_id") + "/confirmation";
        Map<String, String> hash = Map.of("hash", draft.getString("hash"));
        elsewhere.post(confirmation, hash).statusCode(404);
        elsewhere.get(path + "/" + draft.getString("draft_id")).statusCode(404);
        elsewhere.get(path + "?status=OPEN").body("items", hasSize(0));
        Caller.approver().post(confirmation, hash).statusCode(403);
    }

    @Test
    void a_draft_is_confirmed_by_another_officer_who_has_read_it() {
        JsonPath draft =
                Deciding.prepare(Deciding.draft("SUSPEND", "HOLD", proposal))
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        String path = "/decision-drafts/" + draft.getString("draft_id");
        Deciding.confirm("officer-1", draft)
                .statusCode(409)
                .body("code", equalTo("DECISION_SAME_PERSON"));
        Caller.officer("officer-2")
                .post(path + "/confirmation", Map.of("hash", "0".repeat(64)))
                .statusCode(409)
                .body("code", equalTo("DRAFT_HASH_DIFFERS"));
        Caller.officer("officer-2")
                .post(
                        path + "/confirmation",
                        Map.of(
                                "hash",
                                draft.getString("hash"),
                                "exclusions",
                                List.of(Map.of("subject_id", UUID.randomUUID(), "reason", "x"))))
                .statusCode(422)
                .body("code", equalTo("EXCLUSION_UNKNOWN"));
        assertThat(world.sanctions(kpm, 3)).hasSize(3);
        prepare(proposal)
                .statusCode(409)
                .body("code", equalTo("ALREADY_PREPARED"))
                .body("draft_id", equalTo(draft.getString("draft_id")));
        Deciding.confirm("officer-2", draft).statusCode(200);
        Deciding.confirm("officer-2", draft).statusCode(409).body("code", equalTo("DRAFT_CLOSED"));
        Caller.officer()
                .post(path + "/withdrawal")
                .statusCode(409)
                .body("code", equalTo("DRAFT_CLOSED"));
    }

    @Test
    void a_withdrawn_draft_decides_nothing_and_frees_its_steps() {
        JsonPath draft = prepare(proposal).statusCode(201).extract().jsonPath();
        Caller.officer("officer-3")
                .post("/decision-drafts/" + draft.getString("draft_id") + "/withdrawal")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("items[0].outcome", equalTo("WITHDRAWN"));
        Deciding.confirm("officer-2", draft).statusCode(409);
        prepare(proposal).statusCode(201);
    }

    @Test
    void what_changed_meanwhile_or_is_excluded_is_left_out_and_the_rest_is_decided() {
        Family second = world.family(area + ".1001");
        Family third = world.family(area + ".1001");
        world.register(second, third);
        UUID other = UUID.randomUUID();
        Map<UUID, String> absent = Map.of(second.kpmId, "ABSENT", third.kpmId, "ABSENT");
        for (int month = 1; month <= 3; month++) {
            world.tell(held(other, "2026-0" + month, absent), month);
        }
        UUID ofSecond = world.standingStep(second.kpmId, "2026-03", ABSENCE);
        UUID ofThird = world.standingStep(third.kpmId, "2026-03", ABSENCE);
        JsonPath draft =
                Deciding.prepare(Deciding.draft("SUSPEND", "HOLD", proposal, ofSecond, ofThird))
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        world.tell(corrected(group, "2026-03", "GROUP_MEETING", Map.of(kpm, "PRESENT")), 4);

        Caller.officer("officer-2")
                .post(
                        "/decision-drafts/" + draft.getString("draft_id") + "/confirmation",
                        Map.of(
                                "hash",
                                draft.getString("hash"),
                                "exclusions",
                                List.of(
                                        Map.of(
                                                "subject_id",
                                                ofSecond.toString(),
                                                "reason",
                                                "visit her first"))))
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("items.outcome", equalTo(List.of("LEFT_OUT", "EXCLUDED", "DECIDED")))
                .body("items[0].refusal_code", equalTo("STEP_WITHDRAWN"))
                .body("items[1].exclusion_reason", equalTo("visit her first"))
                .body("items[2].decision_id", notNullValue());
        prepare(ofSecond).statusCode(201);
        Caller.facilitator(area).get("/decisions?kpm=" + third.kpmId).body("items", hasSize(1));
        Caller.facilitator(area).get("/decisions?kpm=" + kpm).body("items", hasSize(0));
    }

    @Test
    void a_late_correction_withdraws_the_proposal_and_lifts_the_suspension_exactly_once() {
        String decision = Deciding.suspended(proposal, area);
        world.tell(corrected(group, "2026-02", "GROUP_MEETING", Map.of(kpm, "PRESENT")), 4);
        List<PublishedEvent> told = world.sanctions(kpm, 10);
        assertThat(told.subList(6, told.size()))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.suspension-warning-withdrawn.v1",
                        "id.pkh.verification.suspension-proposal-withdrawn.v1",
                        "id.pkh.verification.suspension-lifted.v1",
                        "id.pkh.verification.reminder-issued.v1");
        PublishedEvent lifted = told.get(8);
        assertThat(lifted.text("decision_id")).isEqualTo(decision);
        assertThat(lifted.text("reason")).isEqualTo("CORRECTED_FACT");
        assertThat(lifted.text("lifted_by")).isEqualTo("system");

        world.tell(corrected(group, "2026-02", "GROUP_MEETING", Map.of(kpm, "ABSENT")), 5);
        world.tell(corrected(group, "2026-02", "GROUP_MEETING", Map.of(kpm, "SICK")), 6);
        assertThat(world.sanctions(kpm, 14))
                .filteredOn(event -> event.type().endsWith("suspension-lifted.v1"))
                .hasSize(1);
        lift("officer-3", decision, "OFFICER_ERROR")
                .statusCode(409)
                .body("code", equalTo("ALREADY_LIFTED"))
                .body("lift_reason", equalTo("CORRECTED_FACT"));
        assertThat(
                        rows.texts(
                                "SELECT reason FROM decision_lift WHERE decision_id = ?::uuid",
                                decision))
                .containsExactly("CORRECTED_FACT");
    }

    @Test
    void a_suspension_stays_when_more_months_run_than_before() {
        Deciding.suspended(proposal, area);
        UUID otherGroup = UUID.randomUUID();
        world.tell(held(otherGroup, "2025-12", Map.of(kpm, "ABSENT")), 1);
        assertThat(world.standingStep(kpm, "2026-03", ABSENCE)).isEqualTo(proposal);
        assertThat(world.sanctions(kpm, 6)).noneMatch(event -> event.type().endsWith("lifted.v1"));
    }

    @Test
    void an_officer_who_had_no_part_lifts_a_suspension_once() {
        String decision = Deciding.suspended(proposal, area);
        for (String involved : List.of("officer-1", "officer-2")) {
            lift(involved, decision, "OFFICER_ERROR")
                    .statusCode(409)
                    .body("code", equalTo("LIFT_SAME_PERSON"));
        }
        lift("officer-3", decision, "APPEAL_UPHELD")
                .statusCode(422)
                .body("code", equalTo("LIFT_REASON_DOES_NOT_FIT"));
        lift("officer-3", decision, "COMMITMENT_MET")
                .statusCode(200)
                .body("state", equalTo("LIFTED"))
                .body("lift.reason", equalTo("COMMITMENT_MET"))
                .body("lift.note", equalTo("commitment met since"))
                .body("lift.lifted_by", equalTo("officer-3"));
        PublishedEvent lifted = world.sanctions(kpm, 7).get(6);
        assertThat(lifted.type()).isEqualTo("id.pkh.verification.suspension-lifted.v1");
        assertThat(lifted.text("reason")).isEqualTo("COMMITMENT_MET");
        assertThat(lifted.text("lifted_by")).isEqualTo("officer-3");
        lift("officer-3", decision, "COMMITMENT_MET").statusCode(409);
        // the facts fall away afterwards: the suspension has ended already
        world.tell(corrected(group, "2026-03", "GROUP_MEETING", Map.of(kpm, "PRESENT")), 4);
        assertThat(world.sanctions(kpm, 8))
                .filteredOn(event -> event.type().endsWith("suspension-lifted.v1"))
                .hasSize(1);
    }

    @Test
    void a_decision_that_is_lifted_before_its_delivery_never_takes_effect() {
        String decision = Deciding.suspend(proposal);
        lift("officer-3", decision, "OFFICER_ERROR").statusCode(200);
        Deciding.delivered(area, "/decisions/" + decision)
                .statusCode(409)
                .body("code", equalTo("ALREADY_LIFTED"));
        assertThat(world.sanctions(kpm, 5))
                .noneMatch(event -> event.type().endsWith("decision-took-effect.v1"));
        Caller.facilitator(area)
                .get("/decisions/" + decision + "/notice")
                .statusCode(200)
                .body("text", containsString("dicabut sebelum berlaku"))
                .body("appeal_until", nullValue());
    }

    @Test
    void only_a_decision_against_the_family_can_be_lifted() {
        String decision = Deciding.decide(Deciding.draft("DISMISS", null, proposal));
        lift("officer-3", decision, "OFFICER_ERROR")
                .statusCode(409)
                .body("code", equalTo("DECISION_WITHOUT_EFFECT"));
        lift("officer-3", UUID.randomUUID().toString(), "OFFICER_ERROR").statusCode(404);
        Caller.facilitator(area)
                .post(
                        "/decisions/" + decision + "/lift",
                        Map.of("reason", "OFFICER_ERROR", "note", "x"))
                .statusCode(403);
    }

    @Test
    void a_suspension_should_end_when_the_family_comes_again() {
        String decision = Deciding.suspended(proposal, area);
        String open = "/lift-proposals?open=true&kpm=" + kpm;
        Caller.facilitator(area).get(open).statusCode(200).body("items", hasSize(0));
        world.tell(held(group, "2026-04", Map.of(kpm, "SICK")), 4);
        Caller.facilitator(area).get(open).body("items", hasSize(0));
        world.tell(held(group, "2026-05", Map.of(kpm, "PRESENT")), 5);
        Caller.facilitator(area)
                .get(open)
                .body("items", hasSize(1))
                .body("items[0].decision_id", equalTo(decision))
                .body("items[0].period", equalTo("2026-05"))
                .body("items[0].person_needed", equalTo(true));
        // the sheet was wrong
        world.tell(corrected(group, "2026-05", "GROUP_MEETING", Map.of(kpm, "ABSENT")), 6);
        Caller.facilitator(area).get(open).body("items", hasSize(0));
        world.tell(held(group, "2026-06", Map.of(kpm, "PRESENT")), 7);
        lift("officer-3", decision, "COMMITMENT_MET").statusCode(200);
        Caller.auditor()
                .get("/lift-proposals?kpm=" + kpm)
                .body("items.status", equalTo(List.of("WITHDRAWN", "LIFTED")))
                .body("items.period", equalTo(List.of("2026-05", "2026-06")));
        Caller.facilitator(World.newSubDistrict())
                .get("/lift-proposals?kpm=" + kpm)
                .body("items", hasSize(0));
    }

    @Test
    void a_suspension_ends_by_itself_where_the_policy_needs_no_person() {
        String decision = Deciding.suspended(proposal, area);
        policyChange(
                "INSERT INTO notice_policy SELECT 'WITHOUT-PERSON', date '2018-01-02', legal_basis, routes,"
                        + " days_until_effect, attempts_until_posted, days_until_notified, decision_appeal_days,"
                        + " appeal_decision_days, appeal_stays, false, suspension_reminder_days"
                        + " FROM notice_policy WHERE policy_code = 'NOTICE-2026'",
                false);
        try {
            world.tell(held(group, "2026-04", Map.of(kpm, "PRESENT")), 4);
            Caller.facilitator(area)
                    .get("/lift-proposals?open=true&kpm=" + kpm)
                    .body("items[0].person_needed", equalTo(false));
            assertThat(world.sanctions(kpm, 6)).hasSize(6);
            duties.plan();
            PublishedEvent lifted = world.sanctions(kpm, 7).get(6);
            assertThat(lifted.type()).isEqualTo("id.pkh.verification.suspension-lifted.v1");
            assertThat(lifted.text("reason")).isEqualTo("COMMITMENT_MET");
            assertThat(lifted.text("lifted_by")).isEqualTo("system");
            duties.plan();
            Caller.auditor()
                    .get("/decisions/" + decision)
                    .body("state", equalTo("LIFTED"))
                    .body("lift.reason", equalTo("COMMITMENT_MET"))
                    .body("lift.note", nullValue());
            assertThat(world.sanctions(kpm, 7)).hasSize(7);
        } finally {
            policyChange("DELETE FROM notice_policy WHERE policy_code = 'WITHOUT-PERSON'", true);
        }
    }

    /** Past the two people, and waits until the service has read the policies again. */
    private void policyChange(String statement, boolean isPersonNeeded) {
        rows.execute("ALTER TABLE notice_policy DISABLE TRIGGER USER");
        rows.execute(statement);
        rows.execute("ALTER TABLE notice_policy ENABLE TRIGGER USER");
        Awaitility.await()
                .until(
                        () ->
                                policies.inForceOn(LocalDate.of(2026, 4, 1))
                                                .isComplianceLiftByPerson()
                                        == isPersonNeeded);
    }

    @Test
    void a_suspension_that_is_delivered_late_should_end_at_once() {
        String decision = Deciding.suspend(proposal);
        world.tell(held(group, "2026-04", Map.of(kpm, "PRESENT")), 4);
        Caller.facilitator(area).get("/lift-proposals?kpm=" + kpm).body("items", hasSize(0));
        Deciding.delivered(area, "/decisions/" + decision).statusCode(201);
        Caller.facilitator(area)
                .get("/lift-proposals?kpm=" + kpm)
                .body("items.period", equalTo(List.of("2026-04")));
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> draft = Deciding.draft("SUSPEND", "HOLD", proposal);
        draft.put(field, value);
        return draft;
    }

    private static void refused(Map<String, ?> draft, int status, String code) {
        Deciding.prepare(draft).statusCode(status).body("code", equalTo(code));
    }

    private static ValidatableResponse prepare(UUID step) {
        return Deciding.prepare(Deciding.draft("SUSPEND", "HOLD", step));
    }

    private static ValidatableResponse lift(String officer, String decision, String reason) {
        return Caller.officer(officer)
                .post(
                        "/decisions/" + decision + "/lift",
                        Map.of("reason", reason, "note", "commitment met since"));
    }
}
