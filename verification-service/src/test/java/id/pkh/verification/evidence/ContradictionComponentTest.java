package id.pkh.verification.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines about one person and month that differ. */
@QuarkusTest
@OnLocalStack("verification")
class ContradictionComponentTest {

    private static final String SCHOOL_PATH = "/sheets/school-attendance";

    @Inject World world;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private final String village = area + ".1001";
    private final String school = World.newSchool();
    private final Caller facilitator = Caller.named("facilitator-a", "FACILITATOR", area);
    private final Caller coordinator = Caller.named("coordinator-a", "COORDINATOR", area);
    private final Caller administrator =
            Caller.named("administrator-a", "DATA_ADMINISTRATOR", area);
    private Family family;
    private String pupil;

    @BeforeEach
    void registerAFamily() {
        family = world.family(village).pupil(school);
        pupil = family.first().nik();
        world.register(family);
    }

    @Test
    void two_senders_that_agree_do_not_contradict_each_other() {
        String form = FormText.school(school, 2026, 1).pupilBelow(pupil).text();
        send(facilitator, school, form);
        send(coordinator, school, form.replace("SD NEGERI", "SDN"));
        contradictions("").body("items", hasSize(0));
    }

    @Test
    void the_better_line_counts_whichever_came_first() {
        send(facilitator, school, FormText.school(school, 2026, 1).pupilBelow(pupil).text());
        send(coordinator, school, FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text());
        Family reversed = world.family(village).pupil(school);
        world.register(reversed);
        String nik = reversed.first().nik();
        send(coordinator, school, FormText.school(school, 2026, 1).pupilAlwaysThere(nik).text());
        send(facilitator, school, FormText.school(school, 2026, 1).pupilBelow(nik).text());
        close();
        assertResult(family, "MET");
        assertResult(reversed, "MET");
        contradictions("&state=OPEN&period=2026-01")
                .body("items", hasSize(1))
                .body("items[0].member_id", equalTo(family.first().memberId().toString()))
                .body("items[0].month", equalTo("2026-01"))
                .body("items[0].state", equalTo("OPEN"))
                .body(
                        "items[0].lines.sent_by",
                        containsInAnyOrder("facilitator-a", "coordinator-a"))
                .body("items[0].lines.entry.alpa", containsInAnyOrder(20, 0))
                .body("items[0].settlement", nullValue());
        contradictions("&period=2026-02").body("items", hasSize(0));
    }

    @Test
    void of_equal_visits_the_line_that_names_more_care_counts() {
        Family child = world.family(village).infant();
        world.register(child);
        String nik = child.first().nik();
        String clinic = "P" + school;
        for (Caller sender : List.of(facilitator, coordinator)) {
            sender.send(
                            "/sheets/health-visits",
                            FormText.health(clinic, 2026, 1)
                                    .patient(nik, sender == facilitator ? "1 BB" : "1", "1", "1")
                                    .text())
                    .statusCode(201);
        }
        contradictionsOf(child)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("HEALTH"))
                .body("items[0].lines.entry.visits", containsInAnyOrder(1, 1))
                .body(
                        "items[0].lines.entry.cares",
                        containsInAnyOrder(List.of("WEIGHT"), List.of()));
    }

    @Test
    void an_administrator_settles_and_another_settlement_undoes_it() {
        String below =
                send(
                        facilitator,
                        school,
                        FormText.school(school, 2026, 1).pupilBelow(pupil).text());
        send(coordinator, school, FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text());
        close();
        assertResult(family, "MET");
        String id = only();

        settle(id, below, "the class register shows it")
                .statusCode(200)
                .body("state", equalTo("SETTLED"))
                .body("settlement.settled_by", equalTo("administrator-a"))
                .body("lines.find { it.is_settled_on }.sent_by", equalTo("facilitator-a"));
        assertResult(family, "NOT_MET");
        assertThat(world.standing(family.kpmId))
                .containsExactly("2026-Q1 COMMITMENT_NOT_MET SUSPENSION_WARNING");

        settle(id, null, "the register was of another class")
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("settlement.reason", equalTo("the register was of another class"));
        assertResult(family, "MET");
        assertThat(world.standing(family.kpmId)).isEmpty();
    }

    @Test
    void a_line_that_changes_ends_the_contradiction_and_its_settlement() {
        String below =
                send(
                        facilitator,
                        school,
                        FormText.school(school, 2026, 1).pupilBelow(pupil).text());
        send(coordinator, school, FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text());
        close();
        String id = only();
        settle(id, below, "the class register shows it").statusCode(200);
        facilitator
                .send(
                        SCHOOL_PATH + "?correction=true&reason=misread",
                        FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text())
                .statusCode(201);
        assertResult(family, "MET");
        contradictions("&state=ENDED")
                .body("items", hasSize(1))
                .body("items[0].ended_at", notNullValue())
                .body("items[0].lines", hasSize(0));
        settle(id, below, "again").statusCode(409).body("code", equalTo("CONTRADICTION_ENDED"));
    }

    @Test
    void the_same_statement_again_leaves_a_settlement_as_it_is() {
        String below =
                send(
                        facilitator,
                        school,
                        FormText.school(school, 2026, 1).pupilBelow(pupil).text());
        send(coordinator, school, FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text());
        close();
        settle(only(), below, "the class register shows it").statusCode(200);
        coordinator
                .send(
                        SCHOOL_PATH + "?correction=true&reason=once-more",
                        FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text() + "\n")
                .statusCode(201)
                .body("rows_unchanged", equalTo(1));
        contradictions("&state=SETTLED").body("items", hasSize(1));
        assertResult(family, "NOT_MET");
    }

    @Test
    void two_schools_contradict_each_other_and_two_clinics_do_not() {
        String other = World.newSchool();
        send(facilitator, school, FormText.school(school, 2026, 1).pupilBelow(pupil).text());
        send(facilitator, other, FormText.school(other, 2026, 1).pupilAlwaysThere(pupil).text());
        contradictions("")
                .body("items", hasSize(1))
                .body("items[0].lines.point_code", containsInAnyOrder(school, other));

        Family mother = world.family(village).infant();
        world.register(mother);
        String nik = mother.first().nik();
        sendHealth(facilitator, FormText.health("P" + school, 2026, 1).patient(nik, "1", "", ""));
        sendHealth(facilitator, FormText.health("P" + other, 2026, 1).patient(nik, "2", "", ""));
        contradictionsOf(mother).body("items", hasSize(0));
        sendHealth(coordinator, FormText.health("P" + other, 2026, 1).patient(nik, "0", "", ""));
        contradictionsOf(mother)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("HEALTH"))
                .body("items[0].lines.entry.visits", containsInAnyOrder(2, 0));
    }

    @Test
    void a_removed_line_no_longer_contradicts() {
        send(facilitator, school, FormText.school(school, 2026, 1).pupilBelow(pupil).text());
        send(coordinator, school, FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text());
        coordinator
                .send(
                        SCHOOL_PATH + "?correction=true&reason=not-mine",
                        FormText.school(school, 2026, 1).pupil(pupil, "HAPUS;;;;", "", "").text())
                .statusCode(201)
                .body("rows_applied", equalTo(1));
        contradictions("&state=OPEN").body("items", hasSize(0));
        close();
        assertResult(family, "NOT_MET");
    }

    @Test
    void who_may_settle_and_what() {
        send(facilitator, school, FormText.school(school, 2026, 1).pupilBelow(pupil).text());
        String form =
                send(
                        administrator,
                        school,
                        FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text());
        String id = only();
        settle(id, form, "mine").statusCode(409).body("code", equalTo("SETTLED_BY_SENDER"));
        Caller other = Caller.named("administrator-b", "DATA_ADMINISTRATOR", area);
        other.post(
                        "/evidence-contradictions/" + id + "/settlements",
                        Map.of("form_id", UUID.randomUUID().toString(), "reason", "?"))
                .statusCode(422)
                .body("code", equalTo("LINE_NOT_OF_CONTRADICTION"));
        other.post("/evidence-contradictions/" + id + "/settlements", Map.of("form_id", form))
                .statusCode(400);
        Caller elsewhere =
                Caller.named("administrator-c", "DATA_ADMINISTRATOR", World.newSubDistrict());
        elsewhere
                .post(
                        "/evidence-contradictions/" + id + "/settlements",
                        Map.of("form_id", form, "reason", "not my area"))
                .statusCode(404);
        elsewhere.get("/evidence-contradictions/" + id).statusCode(404);
        elsewhere.get("/evidence-contradictions").body("items", hasSize(0));
        facilitator
                .post(
                        "/evidence-contradictions/" + id + "/settlements",
                        Map.of("form_id", form, "reason", "no"))
                .statusCode(403);
    }

    @Test
    void the_database_settles_on_a_line_of_an_open_contradiction_and_for_another_person() {
        send(facilitator, school, FormText.school(school, 2026, 1).pupilBelow(pupil).text());
        send(coordinator, school, FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text());
        UUID id = UUID.fromString(only());
        String settle =
                "INSERT INTO evidence_settlement VALUES (?, 1, '%s', ?, 'why', ?, now())"
                        .formatted(school);
        assertThatThrownBy(() -> rows.change(settle, id, "nobody", "administrator-a"))
                .hasMessageContaining("no line of an open contradiction");
        assertThatThrownBy(() -> rows.change(settle, id, "facilitator-a", "facilitator-a"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(
                        () ->
                                rows.change(
                                        "UPDATE evidence_contradiction SET month = '2026-02-01'"
                                                + " WHERE contradiction_id = ?",
                                        id))
                .hasMessageContaining("ends once");
    }

    private static String send(Caller sender, String point, String form) {
        return sender.send(SCHOOL_PATH, form)
                .statusCode(201)
                .body("details.service_point", equalTo(point))
                .extract()
                .path("details.form_id");
    }

    private static void sendHealth(Caller sender, FormText form) {
        sender.send("/sheets/health-visits", form.text()).statusCode(201);
    }

    private ValidatableResponse settle(String id, String formId, String reason) {
        Map<String, String> body = new HashMap<>();
        body.put("form_id", formId);
        body.put("reason", reason);
        return administrator.post("/evidence-contradictions/" + id + "/settlements", body);
    }

    private String only() {
        return contradictions("")
                .body("items", hasSize(1))
                .extract()
                .path("items[0].contradiction_id");
    }

    private ValidatableResponse contradictions(String filter) {
        return facilitator
                .get("/evidence-contradictions?kpm=" + family.kpmId + filter)
                .statusCode(200);
    }

    private ValidatableResponse contradictionsOf(Family whose) {
        return facilitator.get("/evidence-contradictions?kpm=" + whose.kpmId).statusCode(200);
    }

    private void assertResult(Family whose, String result) {
        Caller.auditor()
                .get("/commitments?kpm=" + whose.kpmId)
                .statusCode(200)
                .body("items[0].result", equalTo(result));
    }

    private void close() {
        Caller.administrator(area)
                .post("/quarter-closings", Map.of("quarter", "2026-Q1", "area_code", area))
                .statusCode(201)
                .body("state", equalTo("DONE"));
    }
}
