package id.pkh.verification.notice;

import static id.pkh.verification.support.World.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.platform.web.BusinessDates;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.duty.DailyDuties;
import id.pkh.verification.support.Deciding;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing applies before the family was notified, and nobody forgets to notify it. */
@QuarkusTest
@OnLocalStack("verification")
class DeliveryComponentTest {

    @Inject World world;
    @Inject MovableClock clock;
    @Inject DailyDuties duties;

    private final String area = World.newSubDistrict();
    private UUID kpm;
    private UUID proposal;

    @BeforeEach
    void threeAbsences() {
        Family family = world.family(area + ".1001");
        kpm = family.kpmId;
        world.register(family);
        UUID group = UUID.randomUUID();
        for (int month = 1; month <= 3; month++) {
            world.tell(held(group, "2026-0" + month, Map.of(kpm, "ABSENT")), month);
        }
        proposal = world.standingStep(kpm, "2026-03", "GROUP_MEETING_ABSENCE");
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void a_family_that_cannot_be_reached_is_notified_by_posting_after_attempts_on_two_days() {
        String decision = "/decisions/" + Deciding.suspend(proposal);
        posted(decision).statusCode(409).body("code", equalTo("NOTICE_ATTEMPTS_MISSING"));
        notReached(decision, today()).statusCode(201).body("effect_due_on", nullValue());
        notReached(decision, today()).statusCode(201);
        posted(decision).statusCode(409).body("attempts", equalTo(1));
        clock.setTo(Instant.now().plus(Duration.ofDays(1)));
        notReached(decision, today()).statusCode(201);
        assertThat(world.sanctions(kpm, 4)).hasSize(4);
        posted(decision).statusCode(201).body("effect_due_on", equalTo(today().toString()));
        assertThat(world.sanctions(kpm, 6).get(5).text("notice_route")).isEqualTo("POSTED");
        Caller.facilitator(area)
                .get(decision + "/notices")
                .statusCode(200)
                .body("items", hasSize(4));
    }

    @Test
    void what_is_no_delivery_is_refused() {
        String decision = "/decisions/" + Deciding.suspend(proposal);
        Map<String, Object> telephone = Deciding.delivery(today());
        telephone.put("route", "TELEPHONE");
        refused(decision, telephone, 422, "NOTICE_ROUTE_DOES_NOT_COUNT");
        refused(decision, Deciding.delivery(today().minusDays(1)), 422, "NOTICE_DAY_INVALID");
        refused(decision, Deciding.delivery(today().plusDays(1)), 422, "NOTICE_DAY_INVALID");
        Map<String, Object> withoutEvidence = Deciding.delivery(today());
        withoutEvidence.remove("evidence_reference");
        refused(decision, withoutEvidence, 400, "INVALID_REQUEST");
        Deciding.attempt(World.newSubDistrict(), decision, Deciding.delivery(today()))
                .statusCode(404);
        Deciding.attempt(area, "/decisions/" + UUID.randomUUID(), Deciding.delivery(today()))
                .statusCode(404);
        Caller.approver().post(decision + "/notices", Deciding.delivery(today())).statusCode(403);
        assertThat(world.sanctions(kpm, 4)).hasSize(4);

        Deciding.delivered(area, decision).statusCode(201);
        refused(decision, Deciding.delivery(today()), 409, "NOTICE_ALREADY_DELIVERED");
    }

    @Test
    void the_notice_of_a_step_is_delivered_once_and_begins_the_days_of_the_appeal() {
        String step = "/sanction-steps/" + proposal;
        Caller.facilitator(area)
                .get(step + "/notice")
                .statusCode(200)
                .body("appeal_until", nullValue());
        Deciding.delivered(area, step)
                .statusCode(201)
                .body("delivered_by", equalTo("facilitator-1"))
                .body("acknowledged", equalTo(true))
                .body("effect_due_on", nullValue());
        PublishedEvent delivered = world.sanctions(kpm, 4).get(3);
        assertThat(delivered.text("subject")).isEqualTo("STEP");
        assertThat(delivered.text("subject_id")).isEqualTo(proposal.toString());
        Caller.facilitator(area)
                .get(step + "/notice")
                .body("appeal_until", equalTo(today().plusDays(30).toString()));
        Deciding.delivered(area, step)
                .statusCode(409)
                .body("code", equalTo("NOTICE_ALREADY_DELIVERED"));
    }

    @Test
    void a_letter_that_no_one_signed_is_recorded_without_a_word_about_it() {
        Map<String, Object> unsigned = Deciding.delivery(today());
        unsigned.remove("acknowledged");
        Deciding.attempt(area, "/sanction-steps/" + proposal, unsigned)
                .statusCode(201)
                .body("acknowledged", equalTo(false));
    }

    @Test
    void the_coordinator_is_notified_once_of_what_is_not_delivered() {
        Deciding.delivered(area, "/sanction-steps/" + proposal).statusCode(201);
        String decision = Deciding.suspend(proposal);
        clock.setTo(Instant.now().plus(Duration.ofDays(14)));
        duties.plan();
        assertThat(world.sanctions(kpm, 5)).hasSize(5);
        clock.setTo(Instant.now().plus(Duration.ofDays(15)));
        duties.plan();
        // the reminder and the warning were not delivered either
        List<PublishedEvent> told = world.sanctions(kpm, 8);
        assertThat(told.subList(5, 8))
                .allMatch(event -> event.type().endsWith("notice-undelivered.v1"))
                .anySatisfy(
                        event -> {
                            assertThat(event.text("subject_id")).isEqualTo(decision);
                            assertThat(event.text("subject")).isEqualTo("DECISION");
                        });
        clock.setTo(Instant.now().plus(Duration.ofDays(17)));
        duties.plan();
        Deciding.attempt(area, "/decisions/" + decision, Deciding.delivery(today()))
                .statusCode(201);
        assertThat(world.sanctions(kpm, 10)).hasSize(10);
    }

    @Test
    void a_delivered_decision_takes_effect_on_its_day_and_once() {
        String membership =
                Caller.facilitator(area)
                        .post(
                                "/membership-proposals",
                                Map.of(
                                        "kpm_id", kpm,
                                        "kind", "GRADUATE",
                                        "reason_code", "INCOME_IMPROVED",
                                        "evidence_reference", "Visit report",
                                        "effective_on", today().plusDays(3).toString()))
                        .statusCode(201)
                        .extract()
                        .path("proposal_id");
        String decision = Deciding.decide(Deciding.draftOf(membership, "GRADUATE"));
        Deciding.delivered(area, "/decisions/" + decision).statusCode(201);
        LocalDate day = today().plusDays(3);
        clock.setTo(Instant.now().plus(Duration.ofDays(2)));
        duties.plan();
        assertThat(world.sanctions(kpm, 6)).hasSize(6);
        clock.setTo(Instant.now().plus(Duration.ofDays(4)));
        duties.plan();
        PublishedEvent effect = world.sanctions(kpm, 7).get(6);
        assertThat(effect.type()).isEqualTo("id.pkh.verification.decision-took-effect.v1");
        assertThat(effect.text("effective_from")).isEqualTo(day.toString());
        duties.plan();
        Caller.auditor()
                .get("/decisions/" + decision)
                .body("state", equalTo("IN_EFFECT"))
                .body("in_effect_from", equalTo(day.toString()));
        assertThat(world.sanctions(kpm, 7)).hasSize(7);
    }

    private LocalDate today() {
        return BusinessDates.today(clock);
    }

    private ValidatableResponse posted(String subject) {
        Map<String, Object> posted = Deciding.delivery(today());
        posted.put("route", "POSTED");
        posted.put("acknowledged", false);
        return Deciding.attempt(area, subject, posted);
    }

    private ValidatableResponse notReached(String subject, LocalDate day) {
        Map<String, Object> attempt = Deciding.delivery(day);
        attempt.put("outcome", "NOT_REACHED");
        attempt.put("acknowledged", false);
        return Deciding.attempt(area, subject, attempt);
    }

    private void refused(String subject, Map<String, ?> attempt, int status, String code) {
        Deciding.attempt(area, subject, attempt).statusCode(status).body("code", equalTo(code));
    }
}
