package id.pkh.verification.replay;

import static id.pkh.verification.support.World.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.duty.DailyDuties;
import id.pkh.verification.support.Drafts;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a draft would have changed. */
@QuarkusTest
@OnLocalStack("verification")
class ReplayComponentTest {

    @Inject World world;
    @Inject Rows rows;
    @Inject MovableClock clock;
    @Inject DailyDuties duties;

    private final String area = World.newSubDistrict();
    private final String village = area + ".1001";

    @BeforeEach
    void today() {
        clock.setTo("2026-07-10");
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void aLadderSaysWhichFamiliesWouldChangeAndPublishesNothing() {
        Family once = world.family(village);
        Family twice = world.family(village);
        Family present = world.family(village);
        Family elsewhere = world.family(World.newSubDistrict() + ".1001");
        world.register(once, twice, present, elsewhere);
        UUID group = UUID.randomUUID();
        absent(group, "2026-02", once, twice, elsewhere);
        absent(group, "2026-03", twice);
        // after the range
        absent(group, "2026-04", present);
        String version = Drafts.enter("sanction-ladders", Drafts.ladder("2031-01-01").toString());
        List<String> before = everything();

        String replay = Drafts.replay(version, "2026-Q1", "2026-Q1", area);

        assertThat(everything()).isEqualTo(before);
        Drafts.OFFICER
                .get("/policy-replays/" + replay)
                .body("families_total", equalTo(3))
                .body("families_done", equalTo(3))
                .body("families_changed", equalTo(2));
        Drafts.OFFICER
                .get("/policy-replays/" + replay + "/counts")
                .body("items", hasSize(2))
                .body("items.step_before", containsInAnyOrder("REMINDER", "SUSPENSION_WARNING"))
                .body(
                        "items.step_after",
                        containsInAnyOrder("SUSPENSION_WARNING", "SUSPENSION_PROPOSED"))
                .body("items.families", containsInAnyOrder(2, 1));
        Drafts.OFFICER
                .get("/policy-replays/" + replay + "/families?limit=2")
                .body("items", hasSize(2));
        assertThat(families(replay, once)).containsExactly("2026-02 REMINDER SUSPENSION_WARNING");
        assertThat(families(replay, twice))
                .containsExactly(
                        "2026-02 REMINDER SUSPENSION_WARNING",
                        "2026-03 SUSPENSION_WARNING SUSPENSION_PROPOSED");
        Drafts.OFFICER
                .get("/policy-replays?version_id=" + version)
                .body("items.replay_id", equalTo(List.of(replay)));
    }

    @Test
    void commitmentsAreAssessedAgainWithBothPolicies() {
        String school = World.newSchool();
        Family below = world.family(village).pupil(school);
        Family present = world.family(village).pupil(school);
        world.register(below, present);
        Caller.facilitator(area)
                .send(
                        "/sheets/school-attendance",
                        FormText.school(school, 2026, 1)
                                .pupil(
                                        below.first().nik(),
                                        "4;0;0;16;80",
                                        "0;0;0;20;100",
                                        "0;0;0;20;100")
                                .pupilAlwaysThere(present.first().nik())
                                .text())
                .statusCode(201);
        Caller.administrator(area)
                .post("/quarter-closings", Map.of("quarter", "2026-Q1", "area_code", area))
                .statusCode(201);
        assertThat(world.standing(below.kpmId))
                .containsExactly("2026-Q1 COMMITMENT_NOT_MET SUSPENSION_WARNING");
        // the draft asks for 80 percent, the present policy for 85
        ObjectNode document = Drafts.commitments("2031-01-01");
        String version = Drafts.enter("commitment-policies", document.toString());
        List<String> before = everything();

        String replay = Drafts.replay(version, "2025-Q4", "2026-Q2", area);

        assertThat(everything()).isEqualTo(before);
        assertThat(families(replay, below)).containsExactly("2026-Q1 SUSPENSION_WARNING NONE");
        assertThat(families(replay, present)).isEmpty();
    }

    @Test
    void whatWasDoneAtVisitsMattersForAPolicyThatNamesIt() {
        Family measured = world.family(village).infant();
        Family weighedOnly = world.family(village).infant();
        Family silent = world.family(village).infant();
        world.register(measured, weighedOnly, silent);
        Caller.facilitator(area)
                .send(
                        "/sheets/health-visits",
                        FormText.health("P" + World.newSchool(), 2026, 1)
                                .patient(measured.first().nik(), "1 BB TB", "1 BB", "1 BB")
                                .patient(weighedOnly.first().nik(), "1 BB", "1 TB", "1 BB")
                                .patient(silent.first().nik(), "1", "1", "1")
                                .text())
                .statusCode(201);
        Caller.administrator(area)
                .post("/quarter-closings", Map.of("quarter", "2026-Q1", "area_code", area))
                .statusCode(201);
        for (Family family : List.of(measured, weighedOnly, silent)) {
            assertThat(world.standing(family.kpmId)).isEmpty();
        }
        String version =
                Drafts.enter("commitment-policies", Drafts.schedules("2031-01-01").toString());

        String replay = Drafts.replay(version, "2026-Q1", "2026-Q1", area);

        assertThat(families(replay, measured)).isEmpty();
        assertThat(families(replay, weighedOnly))
                .containsExactly("2026-Q1 NONE SUSPENSION_WARNING");
        assertThat(families(replay, silent)).containsExactly("2026-Q1 NONE SUSPENSION_WARNING");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-Q1, 2025-Q4, 422, REPLAY_RANGE_INVALID",
        "2024-Q1, 2026-Q1, 422, REPLAY_RANGE_INVALID",
        "2026-Q3, 2026-Q3, 409, QUARTER_NOT_OVER",
        "2020-Q1, 2020-Q2, 409, QUARTER_PAST_RETENTION",
        "2026-01, 2026-Q1, 400, INVALID_REQUEST",
    })
    void aRangeThatCannotBeReplayedIsRefused(String first, String last, int status, String code) {
        String version = Drafts.enter("sanction-ladders", Drafts.ladder("2031-01-01").toString());
        Drafts.OFFICER
                .post(
                        "/policy-versions/" + version + "/replays",
                        Map.of("first_quarter", first, "last_quarter", last))
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @Test
    void reasonsCannotBeReplayed() {
        String version =
                Drafts.enter("exemption-reasons", Drafts.exemptionReasons("2031-01-01").toString());
        Drafts.OFFICER
                .post(
                        "/policy-versions/" + version + "/replays",
                        Map.of("first_quarter", "2026-Q1", "last_quarter", "2026-Q1"))
                .statusCode(409)
                .body("code", equalTo("REPLAY_NOT_POSSIBLE"));
    }

    @Test
    void resultsAreDeletedAfterTheirTimeWhenTheVersionWaitsNoMore() throws Exception {
        Family family = world.family(village);
        world.register(family);
        absent(UUID.randomUUID(), "2026-02", family);
        String version = Drafts.enter("sanction-ladders", Drafts.ladder("2031-01-01").toString());
        String replay = Drafts.replay(version, "2026-Q1", "2026-Q1", area);
        rows.change(
                "UPDATE policy_replay SET requested_at = '2025-01-01' WHERE replay_id = ?",
                UUID.fromString(replay));
        duties.plan();
        Drafts.OFFICER.get("/policy-replays/" + replay).statusCode(200);
        Drafts.approve(version);
        duties.plan();
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                rows.number(
                                                "SELECT count(*) FROM policy_replay WHERE replay_id = ?",
                                                UUID.fromString(replay))
                                        == 0);
        Drafts.OFFICER.get("/policy-replays/" + replay).statusCode(404);
        Drafts.revoke(version);
    }

    private void absent(UUID group, String month, Family... families) {
        Map<UUID, String> marks = new HashMap<>();
        for (Family family : families) {
            marks.put(family.kpmId, "ABSENT");
        }
        world.tell(held(group, month, marks), Integer.parseInt(month.substring(5)));
    }

    private List<String> families(String replay, Family family) {
        return rows.lines(
                "SELECT period, step_before, step_after FROM policy_replay_change"
                        + " WHERE replay_id = ?::uuid AND kpm_id = ? ORDER BY period",
                replay,
                family.kpmId);
    }

    /** What a replay must not touch. */
    private List<String> everything() {
        return rows.lines(
                "SELECT (SELECT count(*) FROM outbox), (SELECT max(event_id::text) FROM outbox),"
                        + " (SELECT count(*) FROM sanction_step), (SELECT count(*) FROM sanction_step"
                        + " WHERE withdrawn_at IS NOT NULL), (SELECT count(*) FROM commitment_result),"
                        + " (SELECT count(*) FROM member_result)");
    }
}
