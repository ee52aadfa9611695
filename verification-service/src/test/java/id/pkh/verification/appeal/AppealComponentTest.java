package id.pkh.verification.appeal;

import static id.pkh.verification.support.World.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.duty.DailyDuties;
import id.pkh.verification.support.Deciding;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A family does not agree, and somebody who decided nothing in the case decides. */
@QuarkusTest
@OnLocalStack("verification")
class AppealComponentTest {

    @Inject World world;
    @Inject MovableClock clock;
    @Inject DailyDuties duties;

    private final String area = World.newSubDistrict();
    private final UUID group = UUID.randomUUID();
    private UUID kpm;
    private UUID proposal;
    private String decision;
    private UUID otherKpm;

    @BeforeEach
    void threeAbsencesAndASuspension() {
        Family family = world.family(area + ".1001");
        kpm = family.kpmId;
        world.register(family);
        for (int month = 1; month <= 3; month++) {
            world.tell(held(group, "2026-0" + month, Map.of(kpm, "ABSENT")), month);
        }
        proposal = world.standingStep(kpm, "2026-03", "GROUP_MEETING_ABSENCE");
        decision = Deciding.suspended(proposal, area);
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void an_upheld_appeal_makes_the_period_not_count_and_lifts_the_suspension() {
        String appeal =
                lodge().statusCode(201)
                        .body("status", equalTo("OPEN"))
                        .body("period", equalTo("2026-03"))
                        .extract()
                        .path("appeal_id");
        decide(Caller.approver(), appeal, "UPHELD")
                .statusCode(200)
                .body("status", equalTo("DECIDED"))
                .body("decision", equalTo("UPHELD"))
                .body("decided_by", equalTo("approver-1"));
        assertThat(world.standing(kpm))
                .containsExactly(
                        "2026-01 GROUP_MEETING_ABSENCE REMINDER",
                        "2026-02 GROUP_MEETING_ABSENCE SUSPENSION_WARNING");
        List<PublishedEvent> told = world.sanctions(kpm, 10);
        assertThat(told.subList(6, told.size()))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.appeal-lodged.v1",
                        "id.pkh.verification.appeal-decided.v1",
                        "id.pkh.verification.suspension-proposal-withdrawn.v1",
                        "id.pkh.verification.suspension-lifted.v1");
        assertThat(told)
                .extracting(PublishedEvent::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(told.get(8).text("reason")).isEqualTo("APPEAL_UPHELD");
        assertThat(told.get(9).text("reason")).isEqualTo("APPEAL_UPHELD");
        assertThat(told.get(9).text("lifted_by")).isEqualTo("system");
        // April is absent again: the count begins anew
        world.tell(held(group, "2026-04", Map.of(kpm, "ABSENT")), 4);
        assertThat(world.standing(kpm)).contains("2026-04 GROUP_MEETING_ABSENCE REMINDER");
    }

    @Test
    void a_rejected_appeal_changes_nothing() {
        String appeal = lodge().extract().path("appeal_id");
        decide(Caller.officer("officer-3"), appeal, "REJECTED").statusCode(200);
        assertThat(world.standing(kpm)).hasSize(3);
        assertThat(world.sanctions(kpm, 8).get(7).text("decision")).isEqualTo("REJECTED");
        decide(Caller.approver(), appeal, "UPHELD")
                .statusCode(409)
                .body("code", equalTo("APPEAL_ALREADY_DECIDED"));
    }

    @Test
    void nobody_judges_her_own_case() {
        String appeal = lodge().extract().path("appeal_id");
        decide(Caller.officer("officer-1"), appeal, "UPHELD")
                .statusCode(409)
                .body("code", equalTo("SAME_PERSON"));
        decide(Caller.officer("officer-2"), appeal, "UPHELD")
                .statusCode(409)
                .body("code", equalTo("SAME_PERSON"));
        decide(Caller.named("facilitator-1", "MINISTRY_OFFICER", "*"), appeal, "UPHELD")
                .statusCode(409)
                .body("code", equalTo("SAME_PERSON"));
        decide(Caller.coordinator(area), appeal, "UPHELD").statusCode(403);
    }

    @Test
    void an_appeal_is_lodged_once_and_in_time() {
        lodge().statusCode(201);
        lodge().statusCode(409).body("code", equalTo("APPEAL_ALREADY_LODGED"));
        UUID warning = world.standingStep(kpm, "2026-02", "GROUP_MEETING_ABSENCE");
        Deciding.delivered(area, "/sanction-steps/" + warning).statusCode(201);
        clock.setTo(Instant.now().plus(Duration.ofDays(32)));
        lodge(Caller.facilitator(area), warning)
                .statusCode(409)
                .body("code", equalTo("APPEAL_WINDOW_CLOSED"));
        clock.setTo(Instant.now().plus(Duration.ofDays(29)));
        lodge(Caller.facilitator(area), warning).statusCode(201);
    }

    @Test
    void a_withdrawn_step_needs_no_appeal() {
        world.tell(World.corrected(group, "2026-03", "GROUP_MEETING", Map.of(kpm, "PRESENT")), 4);
        lodge().statusCode(409).body("code", equalTo("STEP_WITHDRAWN"));
    }

    @Test
    void who_may_lodge_and_read() {
        lodge(Caller.facilitator(World.newSubDistrict()), proposal).statusCode(404);
        lodge(Caller.officer(), proposal).statusCode(403);
        lodge(Caller.facilitator(area), UUID.randomUUID()).statusCode(404);
        String appeal =
                lodge(Caller.coordinator(area), proposal)
                        .statusCode(201)
                        .extract()
                        .path("appeal_id");
        Caller.facilitator(area)
                .get("/appeals?open=true&village=" + area)
                .body("items", hasSize(1));
        Caller.facilitator(area)
                .get("/appeals?open=false&village=" + area)
                .body("items", hasSize(0));
        Caller.auditor()
                .get("/appeals?kpm=" + kpm)
                .body("items.appeal_id", equalTo(List.of(appeal)));
        Caller.facilitator(World.newSubDistrict())
                .get("/appeals?kpm=" + kpm)
                .body("items", hasSize(0));
        Caller.externalSystem().get("/appeals").statusCode(403);
        Caller.facilitator(area)
                .post("/appeals", Map.of("step_id", proposal.toString(), "statement", ""))
                .statusCode(400);
    }

    @Test
    void an_appeal_is_found_where_the_answer_says() {
        ExtractableResponse<Response> lodged = lodge().extract();
        String appeal = "/appeals/" + lodged.path("appeal_id");
        assertThat(lodged.header("Location")).endsWith("/api/v1" + appeal);
        Caller.facilitator(area).get(appeal).statusCode(200).body("status", equalTo("OPEN"));
        Caller.facilitator(World.newSubDistrict()).get(appeal).statusCode(404);
    }

    private ValidatableResponse lodge() {
        return lodge(Caller.facilitator(area), proposal);
    }

    private static ValidatableResponse lodge(Caller by, UUID step) {
        return by.post(
                "/appeals", Map.of("step_id", step.toString(), "statement", "she was there"));
    }

    private static ValidatableResponse decide(Caller by, String appeal, String decision) {
        return by.post(
                "/appeals/" + appeal + "/decision",
                Map.of("decision", decision, "reason", "list seen"));
    }

    @Test
    void a_decision_is_contested_by_itself_and_an_upheld_appeal_lifts_it() {
        String appeal =
                against(Caller.administrator(area), decision)
                        .statusCode(201)
                        .body("decision_id", equalTo(decision))
                        .body("step_id", nullValue())
                        .body("channel", equalTo("ADMINISTRATOR"))
                        .body("grounds", equalTo("NOT_NOTIFIED"))
                        .extract()
                        .path("appeal_id");
        against(Caller.facilitator(area), decision)
                .statusCode(409)
                .body("code", equalTo("APPEAL_ALREADY_LODGED"));
        for (String involved : List.of("officer-1", "officer-2")) {
            decide(Caller.officer(involved), appeal, "UPHELD")
                    .statusCode(409)
                    .body("code", equalTo("SAME_PERSON"));
        }
        decide(Caller.officer("officer-3"), appeal, "UPHELD").statusCode(200);
        List<PublishedEvent> told = world.sanctions(kpm, 9);
        assertThat(told.subList(6, told.size()))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.appeal-lodged.v1",
                        "id.pkh.verification.appeal-decided.v1",
                        "id.pkh.verification.suspension-lifted.v1");
        assertThat(told.get(6).text("decision_id")).isEqualTo(decision);
        assertThat(told.get(8).text("reason")).isEqualTo("APPEAL_UPHELD");
        // the period counts as before
        assertThat(world.standing(kpm)).hasSize(3);
        against(Caller.facilitator(area), decision)
                .statusCode(409)
                .body("code", equalTo("ALREADY_LIFTED"));
    }

    @Test
    void an_open_appeal_stays_what_the_family_would_lose() {
        UUID other = otherProposal();
        String forfeit = Deciding.decide(Deciding.draft("SUSPEND", "FORFEIT", other));
        String appeal =
                against(Caller.named("clerk-1", "HOTLINE_CLERK", area), forfeit)
                        .statusCode(201)
                        .body("channel", equalTo("HOTLINE"))
                        .extract()
                        .path("appeal_id");
        Deciding.delivered(area, "/decisions/" + forfeit).statusCode(201);
        Caller.auditor().get("/decisions/" + forfeit).body("state", equalTo("STAYED"));
        decide(Caller.officer("officer-3"), appeal, "REJECTED").statusCode(200);
        Caller.auditor().get("/decisions/" + forfeit).body("state", equalTo("IN_EFFECT"));
        List<PublishedEvent> told = world.sanctions(otherKpm, 9);
        assertThat(told.subList(3, told.size()))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.suspension-decided.v1",
                        "id.pkh.verification.appeal-lodged.v1",
                        "id.pkh.verification.decision-stayed.v1",
                        "id.pkh.verification.notice-delivered.v1",
                        "id.pkh.verification.appeal-decided.v1",
                        "id.pkh.verification.decision-stay-ended.v1",
                        "id.pkh.verification.decision-took-effect.v1");
    }

    @Test
    void a_decision_stays_stayed_until_every_appeal_that_stays_it_is_decided() {
        UUID other = otherProposal();
        String forfeit = Deciding.decide(Deciding.draft("SUSPEND", "FORFEIT", other));
        Deciding.delivered(area, "/decisions/" + forfeit).statusCode(201);
        String first =
                against(Caller.facilitator(area), forfeit)
                        .statusCode(201)
                        .extract()
                        .path("appeal_id");
        String second =
                lodge(Caller.facilitator(area), other).statusCode(201).extract().path("appeal_id");
        decide(Caller.officer("officer-3"), first, "REJECTED").statusCode(200);
        Caller.auditor().get("/decisions/" + forfeit).body("state", equalTo("STAYED"));
        decide(Caller.officer("officer-3"), second, "REJECTED").statusCode(200);
        Caller.auditor().get("/decisions/" + forfeit).body("state", equalTo("IN_EFFECT"));

        List<PublishedEvent> told = world.sanctions(otherKpm, 14);
        assertThat(told.subList(6, told.size()))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.appeal-lodged.v1",
                        "id.pkh.verification.decision-stayed.v1",
                        "id.pkh.verification.appeal-lodged.v1",
                        "id.pkh.verification.appeal-decided.v1",
                        "id.pkh.verification.decision-stayed.v1",
                        "id.pkh.verification.decision-stay-ended.v1",
                        "id.pkh.verification.appeal-decided.v1",
                        "id.pkh.verification.decision-stay-ended.v1");
        assertThat(told.get(10).text("appeal_id")).isEqualTo(second);
        assertThat(told.get(11).text("appeal_id")).isEqualTo(first);
    }

    @Test
    void a_step_with_an_open_appeal_waits_for_it() {
        UUID other = otherProposal();
        String appeal =
                lodge(Caller.facilitator(area), other).statusCode(201).extract().path("appeal_id");
        Deciding.prepare(Deciding.draft("SUSPEND", "HOLD", other))
                .statusCode(409)
                .body("code", equalTo("APPEAL_OPEN"));
        decide(Caller.officer("officer-3"), appeal, "REJECTED").statusCode(200);
        Deciding.suspend(other);
    }

    @Test
    void the_window_of_a_decision_begins_with_its_delivery() {
        UUID other = otherProposal();
        String undelivered = Deciding.suspend(other);
        clock.setTo(Instant.now().plus(Duration.ofDays(31)));
        against(Caller.facilitator(area), decision)
                .statusCode(409)
                .body("code", equalTo("APPEAL_WINDOW_CLOSED"));
        against(Caller.facilitator(area), undelivered).statusCode(201);
    }

    @Test
    void an_appeal_names_one_subject_and_a_ground() {
        Caller facilitator = Caller.facilitator(area);
        refused(facilitator, Map.of("statement", "x"), "APPEAL_SUBJECT_UNCLEAR");
        refused(
                facilitator,
                Map.of("step_id", proposal, "decision_id", decision, "statement", "x"),
                "APPEAL_SUBJECT_UNCLEAR");
        refused(
                facilitator,
                Map.of("step_id", proposal, "grounds", "WEATHER", "statement", "x"),
                "GROUNDS_UNKNOWN");
        against(facilitator, UUID.randomUUID().toString()).statusCode(404);
        against(Caller.facilitator(World.newSubDistrict()), decision).statusCode(404);
    }

    @Test
    void an_appeal_that_the_office_does_not_decide_is_announced_once() {
        String appeal = lodge().extract().path("appeal_id");
        clock.setTo(Instant.now().plus(Duration.ofDays(13)));
        duties.plan();
        clock.setTo(Instant.now().plus(Duration.ofDays(15)));
        duties.plan();
        await().atMost(Duration.ofSeconds(30)).until(() -> overdue(appeal) == 1);
        clock.setTo(Instant.now().plus(Duration.ofDays(16)));
        duties.plan();
        decide(Caller.approver(), appeal, "REJECTED").statusCode(200);
        assertThat(overdue(appeal)).isEqualTo(1);
    }

    private long overdue(String appeal) {
        return world.sanctions(kpm, 7).stream()
                .filter(event -> event.type().endsWith("appeal-overdue.v1"))
                .filter(event -> event.text("appeal_id").equals(appeal))
                .count();
    }

    private UUID otherProposal() {
        Family family = world.family(area + ".1001");
        otherKpm = family.kpmId;
        world.register(family);
        UUID otherGroup = UUID.randomUUID();
        for (int month = 1; month <= 3; month++) {
            world.tell(held(otherGroup, "2026-0" + month, Map.of(otherKpm, "ABSENT")), month);
        }
        return world.standingStep(otherKpm, "2026-03", "GROUP_MEETING_ABSENCE");
    }

    private static void refused(Caller by, Map<String, ?> appeal, String code) {
        by.post("/appeals", appeal).statusCode(422).body("code", equalTo(code));
    }

    private static ValidatableResponse against(Caller by, String decision) {
        return by.post(
                "/appeals",
                Map.of(
                        "decision_id", decision,
                        "grounds", "NOT_NOTIFIED",
                        "statement", "nobody came"));
    }
}
