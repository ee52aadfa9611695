package id.pkh.verification.work;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.support.Deciding;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A family that leaves the programme: whose work it is, step by step. */
@QuarkusTest
@OnLocalStack("verification")
class MyWorkComponentTest {

    @Inject World world;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private Family family;

    @BeforeEach
    void aFamily() {
        family = world.family(area + ".1001");
        world.register(family);
    }

    @Test
    void eachStepIsTheWorkOfThePeopleWhoMayTakeIt() {
        Caller facilitator = Caller.facilitator(area);
        String proposal =
                facilitator
                        .post(
                                "/membership-proposals",
                                Map.of(
                                        "kpm_id",
                                        family.kpmId.toString(),
                                        "kind",
                                        "GRADUATE",
                                        "reason_code",
                                        "INCOME_IMPROVED",
                                        "evidence_reference",
                                        "visit of 3 March",
                                        "effective_on",
                                        today().toString()))
                        .statusCode(201)
                        .extract()
                        .path("proposal_id");
        assertThat(work(officer("officer-1"))).containsExactly("MEMBERSHIP_PROPOSAL " + proposal);
        assertThat(work(facilitator)).isEmpty();

        JsonPath draft =
                Deciding.prepare(Deciding.draftOf(proposal, "GRADUATE"))
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        assertThat(work(officer("officer-1"))).isEmpty();
        assertThat(work(officer("officer-2")))
                .containsExactly("DRAFT_TO_CONFIRM " + draft.getString("draft_id"));
        assertThat(work(Caller.named("officer-2", "MINISTRY_OFFICER", World.newSubDistrict())))
                .isEmpty();

        String decision =
                Deciding.confirm("officer-2", draft)
                        .statusCode(200)
                        .extract()
                        .path("items[0].decision_id");
        assertThat(work(officer("officer-2"))).isEmpty();
        assertThat(work(facilitator)).containsExactly("NOTICE_TO_DELIVER " + decision);
        JsonPath item = facilitator.get("/my-work").extract().jsonPath();
        assertThat(item.getString("items[0].due_on")).isEqualTo(today().plusDays(14).toString());
        assertThat(item.getString("items[0].href"))
                .isEqualTo("/api/v1/decisions/" + decision + "/notices");
        assertThat(item.getBoolean("items[0].overdue")).isFalse();
        assertThat(item.getString("items[0].text")).contains(today().plusDays(14).toString());

        Deciding.delivered(area, "/decisions/" + decision).statusCode(201);
        assertThat(work(facilitator)).isEmpty();
        String appeal =
                facilitator
                        .post(
                                "/appeals",
                                Map.of(
                                        "decision_id",
                                        decision,
                                        "grounds",
                                        "FACT_WRONG",
                                        "statement",
                                        "the income is another one"))
                        .statusCode(201)
                        .extract()
                        .path("appeal_id");
        assertThat(work(officer("officer-3"))).containsExactly("APPEAL_TO_DECIDE " + appeal);
        assertThat(work(officer("officer-1"))).isEmpty();
        assertThat(work(Caller.named("approver-3", "MINISTRY_APPROVER", area)))
                .containsExactly("APPEAL_TO_DECIDE " + appeal);

        UUID lift = UUID.randomUUID();
        rows.execute(
                "INSERT INTO lift_proposal (lift_proposal_id, decision_id, kpm_id, cause, period, is_person_needed,"
                        + " proposed_on, proposed_at) VALUES (?, ?::uuid, ?, 'P2K2_ABSENCE', '2026-01', true,"
                        + " current_date - 1, now())",
                lift,
                decision,
                family.kpmId);
        List<String> both = List.of("SUSPENSION_TO_LIFT " + lift, "APPEAL_TO_DECIDE " + appeal);
        assertThat(work(officer("officer-3"))).containsExactlyElementsOf(both);
        assertThat(work(officer("officer-3"), 1)).containsExactlyElementsOf(both);
        assertThat(work(officer("officer-2"))).isEmpty();
    }

    @Test
    void schoolsThatHaveNotReportedAreTheWorkOfTheField() {
        String school = World.newSchool();
        String other = World.newSchool();
        world.register(
                world.family(area + ".1001").pupil(school),
                world.family(area + ".1002").pupil(other));
        List<String> missing = List.of("FORM_MISSING " + school, "FORM_MISSING " + other);
        for (Caller caller : List.of(Caller.facilitator(area), Caller.administrator(area))) {
            assertThat(work(caller)).containsExactlyElementsOf(missing);
            assertThat(work(caller, 1)).containsExactlyElementsOf(missing);
        }
        assertThat(work(officer("officer-1"))).isEmpty();
    }

    private Caller officer(String subject) {
        return Caller.named(subject, "MINISTRY_OFFICER", area);
    }

    private static List<String> work(Caller caller) {
        return work(caller, 100);
    }

    /** Kinds and subjects, page by page. */
    private static List<String> work(Caller caller, int limit) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page =
                    caller.get("/my-work?limit=" + limit + next)
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            found.addAll(page.getList("items.collect { it.kind + ' ' + it.subject_ids[0] }"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        return found;
    }
}
