package id.pkh.verification.explanation;

import static id.pkh.testsupport.time.Days.today;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rest.Caller;
import id.pkh.verification.support.Deciding;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why a step was issued, for every cause of the ladder. */
@QuarkusTest
@OnLocalStack("verification")
class ExplanationComponentTest {

    @Inject World world;

    private final String area = World.newSubDistrict();
    private final String village = area + ".1001";
    private final String school = World.newSchool();
    private final UUID group = UUID.randomUUID();

    @Test
    void an_absence_from_meetings() {
        Family family = registered(world.family(village));
        world.tell(World.held(group, "2026-01", Map.of(family.kpmId, "ABSENT")), 1);
        UUID event = world.tell(World.held(group, "2026-02", Map.of(family.kpmId, "ABSENT")), 2);

        explain(family, "2026-02", "GROUP_MEETING_ABSENCE")
                .body("step", equalTo("SUSPENSION_WARNING"))
                .body("standing", equalTo(true))
                .body("count_before", equalTo(1))
                .body("count_after", equalTo(2))
                .body("periods.period", equalTo(List.of("2026-01", "2026-02")))
                .body("periods.state", equalTo(List.of("SIGNAL", "SIGNAL")))
                .body("ladder.policy_code", equalTo("LADDER-2026"))
                .body("ladder.legal_basis", notNullValue())
                .body("commitments", nullValue())
                .body("meetings", hasSize(2))
                .body("meetings[1].event_id", equalTo(event.toString()))
                .body("meetings[1].group_id", equalTo(group.toString()))
                .body("meetings[1].mark", equalTo("ABSENT"))
                .body("lines", hasSize(0))
                .body(
                        "differences.code",
                        equalTo(List.of("ATTENDED_OR_EXCUSED", "ATTENDED_OR_EXCUSED")))
                .body("differences[0].values.month", equalTo("2026-02"))
                .body("differences[0].en", containsString("February 2026"))
                .body("differences[0].id", containsString("Februari 2026"))
                .body("appeal_until", nullValue());
        UUID step = world.standingStep(family.kpmId, "2026-02", "GROUP_MEETING_ABSENCE");
        Deciding.delivered(area, "/sanction-steps/" + step).statusCode(201);
        String lastDay = today().plusDays(30).toString();
        explain(family, "2026-02", "GROUP_MEETING_ABSENCE").body("appeal_until", equalTo(lastDay));
    }

    @Test
    void an_absence_from_sessions() {
        Family family = registered(world.family(village));
        world.tell(World.session(group, "2026-01", Map.of(family.kpmId, "ABSENT")), 1);

        explain(family, "2026-01", "P2K2_ABSENCE")
                .body("count_before", equalTo(0))
                .body("meetings.kind", equalTo(List.of("P2K2")))
                .body("differences.code", equalTo(List.of("ATTENDED_OR_EXCUSED")));
    }

    @Test
    void meetings_that_were_not_held() {
        Family family = registered(world.family(village));
        for (int month = 1; month <= 3; month++) {
            world.tell(
                    World.notHeld(
                            group,
                            "2026-0" + month,
                            "NO_SHEET_RECEIVED",
                            "FACILITATOR",
                            family.kpmId),
                    month);
        }

        explain(family, "2026-03", "MEETING_NOT_HELD")
                .body("count_after", equalTo(3))
                .body("periods.attribution.unique()", equalTo(List.of("FACILITATOR")))
                .body("meetings.reason.unique()", equalTo(List.of("NO_SHEET_RECEIVED")))
                .body("differences.code.unique()", equalTo(List.of("MEETING_HELD")));
    }

    @Test
    void a_commitment_that_was_not_met() {
        Family family = registered(world.family(village).pupil(school).infant());
        String form =
                facilitator()
                        .send(
                                "/sheets/school-attendance",
                                FormText.school(school, 2026, 1)
                                        .pupil(
                                                family.first().nik(),
                                                "0;0;0;20;100",
                                                "5;0;0;15;75",
                                                "0;0;0;20;100")
                                        .text())
                        .statusCode(201)
                        .extract()
                        .path("details.form_id");
        facilitator()
                .send(
                        "/sheets/health-visits",
                        FormText.health("P" + school, 2026, 1)
                                .patient(family.people.get(1).nik(), "1", "0", "1")
                                .text())
                .statusCode(201);
        close();

        explain(family, "2026-Q1", "COMMITMENT_NOT_MET")
                .body("commitments.policy_code", equalTo("COMMITMENTS-2026"))
                .body("meetings", hasSize(0))
                .body("lines", hasSize(2))
                .body("lines.find { it.kind == 'SCHOOL' }.form_id", equalTo(form))
                .body("lines.find { it.kind == 'SCHOOL' }.month", equalTo("2026-02"))
                .body("lines.find { it.kind == 'SCHOOL' }.entry.alpa", equalTo(5))
                .body("differences", hasSize(2))
                .body(school("values.needed_days"), equalTo("17"))
                .body(school("values.attended_days"), equalTo("15"))
                .body(school("values.minimum_percent"), equalTo("85"))
                .body(school("en"), containsString("17 of 20 days"))
                .body(school("id"), containsString("17 dari 20 hari"))
                .body(
                        "differences.find { it.code == 'HEALTH_VISITS_MADE' }.values.minimum_visits",
                        equalTo("1"))
                .body(
                        "differences.find { it.code == 'HEALTH_VISITS_MADE' }.values.until_month",
                        equalTo("2026-02"));
    }

    private static String school(String field) {
        return "differences.find { it.code == 'SCHOOL_DAYS_ATTENDED' }." + field;
    }

    @Test
    void a_commitment_that_was_not_verified() {
        Family family = registered(world.family(village).pupil(school));
        Family withoutSchool = registered(world.family(village).pupil(null));
        Family onForm = registered(world.family(village).pupil(World.newSchool()));
        facilitator()
                .send(
                        "/sheets/school-attendance",
                        FormText.school(onForm.first().schoolId(), 2026, 1)
                                .pupil(onForm.first().nik(), "0;0;0;20;", "", "0;0;0;20;")
                                .text())
                .statusCode(201);
        close();

        explain(family, "2026-Q1", "COMMITMENT_NOT_VERIFIED")
                .body("differences.code.unique()", equalTo(List.of("FORM_RECEIVED")))
                .body(
                        "differences.values.month",
                        equalTo(List.of("2026-01", "2026-02", "2026-03")));
        explain(withoutSchool, "2026-Q1", "COMMITMENT_NOT_VERIFIED")
                .body("differences.findAll { it.code == 'SCHOOL_RECORDED' }", hasSize(1));
        explain(onForm, "2026-Q1", "COMMITMENT_NOT_VERIFIED")
                .body("differences.code", equalTo(List.of("ENTRY_ON_THE_FORM")))
                .body("differences[0].values.month", equalTo("2026-02"));
    }

    @Test
    void a_withdrawn_step_needs_no_difference_and_no_appeal() {
        Family family = registered(world.family(village));
        world.tell(World.held(group, "2026-01", Map.of(family.kpmId, "ABSENT")), 1);
        UUID step = world.standingStep(family.kpmId, "2026-01", "GROUP_MEETING_ABSENCE");
        world.tell(
                World.corrected(group, "2026-01", "GROUP_MEETING", Map.of(family.kpmId, "PRESENT")),
                2);

        Caller.auditor()
                .get("/sanction-steps/" + step + "/explanation")
                .statusCode(200)
                .body("standing", equalTo(false))
                .body("meetings[0].mark", equalTo("PRESENT"))
                .body("differences", hasSize(0))
                .body("appeal_until", nullValue());
    }

    @Test
    void nobody_reads_an_explanation_of_other_areas() {
        Family family = registered(world.family(village));
        world.tell(World.held(group, "2026-01", Map.of(family.kpmId, "ABSENT")), 1);
        UUID step = world.standingStep(family.kpmId, "2026-01", "GROUP_MEETING_ABSENCE");
        Caller.facilitator(World.newSubDistrict())
                .get("/sanction-steps/" + step + "/explanation")
                .statusCode(404);
        Caller.facilitator(area).get("/sanction-steps/" + step + "/explanation").statusCode(200);
    }

    private Family registered(Family family) {
        world.register(family);
        return family;
    }

    private Caller facilitator() {
        return Caller.facilitator(area);
    }

    private ValidatableResponse explain(Family family, String period, String cause) {
        UUID step = world.standingStep(family.kpmId, period, cause);
        return Caller.auditor()
                .get("/sanction-steps/" + step + "/explanation")
                .statusCode(200)
                .body("step_id", equalTo(step.toString()))
                .body("cause", equalTo(cause));
    }

    private void close() {
        Caller.administrator(area)
                .post("/quarter-closings", Map.of("quarter", "2026-Q1", "area_code", area))
                .statusCode(201)
                .body("state", equalTo("DONE"));
    }
}
