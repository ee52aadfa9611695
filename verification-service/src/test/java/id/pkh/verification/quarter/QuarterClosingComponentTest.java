package id.pkh.verification.quarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Closing quarters, with chunks of two families. */
@QuarkusTest
@OnLocalStack("verification")
class QuarterClosingComponentTest {

    private static final Duration WITHIN_A_MINUTE = Duration.ofSeconds(60);

    @Inject World world;
    @Inject EventStreams streams;
    @Inject Rows rows;
    @Inject MovableClock clock;

    private final String area = World.newSubDistrict();
    private final String village = area + ".1001";
    private final String school = World.newSchool();

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void a_closing_is_seen_where_its_area_lies_within_the_areas_of_the_caller() {
        world.register(world.family(village).elder());
        String id = close("2026-Q1").statusCode(201).extract().path("closing_id");

        for (String areas : List.of(area, area.substring(0, 5), "*")) {
            Caller.named("auditor-1", "AUDITOR", areas)
                    .get("/quarter-closings/" + id)
                    .statusCode(200)
                    .body("area_code", equalTo(area));
        }
        for (String areas : List.of(village, World.newSubDistrict())) {
            Caller.named("auditor-1", "AUDITOR", areas)
                    .get("/quarter-closings/" + id)
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
            Caller.named("auditor-1", "AUDITOR", areas)
                    .get("/quarter-closings?limit=500")
                    .statusCode(200)
                    .body("items.closing_id", not(hasItem(id)));
        }
        Caller.named("auditor-1", "AUDITOR", area)
                .get("/quarter-closings?limit=500")
                .body("items.closing_id", equalTo(List.of(id)));
    }

    @Test
    void assesses_everybody_in_the_area_and_says_what_follows() {
        Family met = world.family(village).pupil(school);
        Family notMet = world.family(village).pupil(school);
        Family notVerified = world.family(village).infant();
        Family notDue = world.family(village).elder();
        Family suspended = world.family(village).pupil(school);
        suspended.status = "SUSPENDED";
        Family candidate = world.family(village).pupil(school);
        candidate.status = "CANDIDATE";
        Family elsewhere = world.family(World.newSubDistrict() + ".1001").pupil(school);
        world.register(met, notMet, notVerified, notDue, suspended, candidate, elsewhere);
        Caller.facilitator(area)
                .send(
                        "/sheets/school-attendance",
                        FormText.school(school, 2026, 1)
                                .pupilAlwaysThere(met.first().nik())
                                .pupilBelow(notMet.first().nik())
                                .pupilAlwaysThere(suspended.first().nik())
                                .text())
                .statusCode(201);

        close("2026-Q1")
                .statusCode(201)
                .body("state", equalTo("DONE"))
                .body("families_done", equalTo(5));

        commitments(met)
                .body("items[0].result", equalTo("MET"))
                .body("items[0].attribution", equalTo("NOBODY"));
        commitments(notMet)
                .body("items[0].result", equalTo("NOT_MET"))
                .body("items[0].attribution", equalTo("FAMILY"))
                .body("items[0].members[0].failed_windows", equalTo(List.of("2026-01")));
        commitments(notVerified)
                .body("items[0].result", equalTo("NOT_VERIFIED"))
                .body("items[0].attribution", equalTo("SERVICE_POINT"))
                .body("items[0].reasons", hasItem("HEALTH_SERVICE_SENT_NO_FORM"));
        commitments(notDue).body("items[0].result", equalTo("NOT_DUE"));
        commitments(suspended).body("items[0].result", equalTo("MET"));
        commitments(candidate).body("items", hasSize(0));
        commitments(elsewhere).body("items", hasSize(0));

        assertThat(world.standing(met.kpmId)).isEmpty();
        assertThat(world.standing(notMet.kpmId))
                .containsExactly("2026-Q1 COMMITMENT_NOT_MET SUSPENSION_WARNING");
        assertThat(world.standing(notVerified.kpmId))
                .containsExactly("2026-Q1 COMMITMENT_NOT_VERIFIED SUSPENSION_WARNING");
        assertThat(world.standing(notDue.kpmId)).isEmpty();

        PublishedEvent assessed = world.assessments(notMet.kpmId, 1).get(0);
        assertThat(assessed.type()).isEqualTo("id.pkh.verification.commitment-assessed.v1");
        assertThat(assessed.sequence()).isEqualTo(1);
        assertThat(assessed.text("result")).isEqualTo("NOT_MET");
        assertThat(assessed.payload().path("members")).hasSize(1);
        PublishedEvent warning = world.sanctions(notVerified.kpmId, 1).get(0);
        assertThat(warning.payload().path("is_protected").asBoolean()).isTrue();
        assertThat(warning.text("attribution")).isEqualTo("SERVICE_POINT");
        assertThat(warning.correlationId())
                .isEqualTo(world.assessments(notVerified.kpmId, 1).get(0).correlationId());
    }

    @Test
    void a_quarter_closes_once_and_the_second_request_finds_it_closed() {
        Family family = world.family(village).infant();
        world.register(family);
        String id = close("2026-Q1").statusCode(201).extract().path("closing_id");
        close("2026-Q1")
                .statusCode(200)
                .body("closing_id", equalTo(id))
                .body("families_done", equalTo(1));
        assertThat(world.assessments(family.kpmId, 1)).hasSize(1);
        Caller.auditor()
                .get("/quarter-closings/" + id)
                .statusCode(200)
                .body("finished_at", notNullValue());
        Caller.administrator(area)
                .get("/quarter-closings?limit=500")
                .statusCode(200)
                .body("items.closing_id", hasItem(id));
    }

    @Test
    void a_quarter_cannot_be_closed_before_it_is_over() {
        // 23:59 on the last day in Jakarta
        clock.setTo(Instant.parse("2026-03-31T16:59:00Z"));
        close("2026-Q1")
                .statusCode(409)
                .body("code", equalTo("QUARTER_NOT_OVER"))
                .body("last_day", equalTo("2026-03-31"));
        clock.setTo(Instant.parse("2026-03-31T17:00:00Z"));
        close("2026-Q1").statusCode(201);
    }

    @Test
    void a_closing_that_crashed_goes_on_where_it_stood() throws SQLException {
        List<Family> families = fiveFamilies();
        plantAtTheThird("PERFORM pg_terminate_backend(pg_backend_pid())");
        String id;
        try {
            id = close("2026-Q1").statusCode(202).extract().path("closing_id");
            Caller.auditor()
                    .get("/quarter-closings/" + id)
                    .body("state", equalTo("RUNNING"))
                    .body("families_total", equalTo(5))
                    .body("families_done", equalTo(2))
                    .body("finished_at", nullValue());
            assertThat(
                            rows.number(
                                    "SELECT count(*) FROM commitment_result JOIN kpm USING (kpm_id) WHERE village_code = ?",
                                    village))
                    .isEqualTo(2);
            leaveToADeadInstance(id);
        } finally {
            mend();
        }

        await().atMost(WITHIN_A_MINUTE)
                .untilAsserted(
                        () ->
                                Caller.auditor()
                                        .get("/quarter-closings/" + id)
                                        .body("state", equalTo("DONE")));
        Caller.auditor()
                .get("/quarter-closings/" + id)
                .body("state", equalTo("DONE"))
                .body("families_done", equalTo(5))
                .body("families_skipped", equalTo(0));
        for (Family family : families) {
            assertThat(world.assessments(family.kpmId, 1)).hasSize(1);
            assertThat(world.standing(family.kpmId)).hasSize(1);
        }
    }

    @Test
    void a_family_that_fails_by_itself_is_set_aside_and_tried_again_on_request()
            throws SQLException {
        List<Family> families = fiveFamilies();
        plantAtTheThird("RAISE EXCEPTION 'planted'");
        String id;
        try {
            id = close("2026-Q1").extract().path("closing_id");
        } finally {
            mend();
        }
        Caller.auditor()
                .get("/quarter-closings/" + id)
                .body("state", equalTo("DONE"))
                .body("families_done", equalTo(4))
                .body("families_skipped", equalTo(1));
        close("2026-Q1")
                .statusCode(200)
                .body("closing_id", equalTo(id))
                .body("families_done", equalTo(5))
                .body("families_skipped", equalTo(0));
        for (Family family : families) {
            assertThat(world.assessments(family.kpmId, 1)).hasSize(1);
        }
    }

    private List<Family> fiveFamilies() {
        List<Family> families = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            families.add(world.family(village).infant());
        }
        world.register(families.toArray(Family[]::new));
        return families;
    }

    /** From now on something happens whenever the third family of five is written. */
    private void plantAtTheThird(String happens) throws SQLException {
        String third =
                rows.texts(
                                "SELECT kpm_id FROM kpm WHERE village_code = ? ORDER BY kpm_id OFFSET 2 LIMIT 1",
                                village)
                        .get(0);
        rows.change(
                "CREATE OR REPLACE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF NEW.kpm_id = '%s' THEN %s; END IF; RETURN NEW; END $$"
                                .formatted(third, happens));
        rows.change(
                "CREATE TRIGGER planted BEFORE INSERT ON commitment_result FOR EACH ROW EXECUTE FUNCTION planted()");
    }

    private void mend() throws SQLException {
        rows.change("DROP TRIGGER planted ON commitment_result");
    }

    /** Its lease runs out in a second. */
    private void leaveToADeadInstance(String job) throws SQLException {
        rows.change(
                "UPDATE job SET status = 'RUNNING', owner = 'dead', not_before = '-infinity',"
                        + " leased_until = clock_timestamp() + interval '1 second' WHERE job_id = ?::uuid",
                job);
    }

    @Test
    void a_closing_that_an_operator_stopped_is_not_resumed_by_another_request()
            throws SQLException {
        fiveFamilies();
        plantAtTheThird("PERFORM pg_terminate_backend(pg_backend_pid())");
        String id;
        try {
            id = close("2026-Q1").statusCode(202).extract().path("closing_id");
            operator().post("/operations/jobs/" + id + "/stop", Map.of()).statusCode(200);
        } finally {
            mend();
        }

        Caller.auditor().get("/quarter-closings/" + id).body("state", equalTo("STOPPED"));
        close("2026-Q1")
                .statusCode(409)
                .body("code", equalTo("CLOSING_STOPPED"))
                .body("closing_id", equalTo(id));
        operator().post("/operations/jobs/" + id + "/resume", Map.of()).statusCode(200);
        close("2026-Q1").statusCode(200).body("families_done", equalTo(5));
    }

    private static Caller operator() {
        return Caller.named("operator", "OPERATIONS", "*");
    }

    @Test
    void evidence_that_comes_late_is_assessed_and_withdraws_the_warning() {
        Family family = world.family(village).pupil(school);
        Family classmate = world.family(village).pupil(school);
        world.register(family, classmate);
        close("2026-Q1").statusCode(201);
        assertThat(world.standing(family.kpmId))
                .containsExactly("2026-Q1 COMMITMENT_NOT_VERIFIED SUSPENSION_WARNING");

        Caller.facilitator(area)
                .send(
                        "/sheets/school-attendance",
                        FormText.school(school, 2026, 1)
                                .pupilAlwaysThere(family.first().nik())
                                .text())
                .statusCode(201);

        assertThat(world.standing(family.kpmId)).isEmpty();
        commitments(family)
                .body("items[0].result", equalTo("MET"))
                .body("items[0].revision", equalTo(2));
        assertThat(world.sanctions(family.kpmId, 2))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.suspension-warning-issued.v1",
                        "id.pkh.verification.suspension-warning-withdrawn.v1");
        // the form came without the classmate: now it is the facilitator's failure
        commitments(classmate)
                .body("items[0].attribution", equalTo("FACILITATOR"))
                .body("items[0].reasons", equalTo(List.of("NOT_ON_THE_FORM")));
        assertThat(world.standing(classmate.kpmId)).hasSize(1);
    }

    @Test
    void a_corrected_form_can_make_it_worse_and_better_again() {
        Family family = world.family(village).pupil(school);
        world.register(family);
        String nik = family.first().nik();
        Caller facilitator = Caller.facilitator(area);
        String path = "/sheets/school-attendance?correction=true&reason=wrong";
        facilitator.send(
                "/sheets/school-attendance",
                FormText.school(school, 2026, 1).pupilAlwaysThere(nik).text());
        close("2026-Q1").statusCode(201);
        assertThat(world.standing(family.kpmId)).isEmpty();
        facilitator
                .send(path, FormText.school(school, 2026, 1).pupilBelow(nik).text())
                .statusCode(201);
        assertThat(world.standing(family.kpmId))
                .containsExactly("2026-Q1 COMMITMENT_NOT_MET SUSPENSION_WARNING");
        facilitator
                .send(
                        path,
                        FormText.school(school, 2026, 1)
                                .pupil(nik, "0;0;0;20;", "0;0;0;20;", "0;0;0;20;")
                                .text())
                .statusCode(201);
        assertThat(world.standing(family.kpmId)).isEmpty();
        assertThat(world.assessments(family.kpmId, 3))
                .extracting(assessed -> assessed.text("result"))
                .containsExactly("MET", "NOT_MET", "MET");
        assertThat(
                        rows.number(
                                "SELECT count(*) FROM commitment_result WHERE kpm_id = ?",
                                family.kpmId))
                .isEqualTo(3);
    }

    @Test
    void what_the_registry_corrects_is_assessed_again() {
        Family family = world.family(village).pupil(school);
        world.register(family);
        close("2026-Q1").statusCode(201);
        assertThat(world.standing(family.kpmId)).hasSize(1);
        family.people.set(0, family.first().until(LocalDate.of(2025, 12, 31)));
        world.register(family);
        commitments(family)
                .body("items[0].result", equalTo("NOT_DUE"))
                .body("items[0].revision", equalTo(2));
        assertThat(world.standing(family.kpmId)).isEmpty();
        family.status = "SUSPENDED";
        world.register(family);
        assertThat(world.assessments(family.kpmId, 2)).hasSize(2);
    }

    @Test
    void two_quarters_running_are_a_proposal_and_a_half_year_reaches_back() {
        Family family = world.family(village).person("EARLY_CHILD", YearMonth.of(2020, 3), null);
        Family pupil = world.family(village).pupil(school);
        world.register(family, pupil);
        Caller facilitator = Caller.facilitator(area);
        facilitator.send(
                "/sheets/health-visits",
                FormText.health("P" + school, 2026, 1)
                        .patient(family.first().nik(), "0", "1", "0")
                        .text());
        for (int quarter = 1; quarter <= 3; quarter++) {
            facilitator
                    .send(
                            "/sheets/school-attendance",
                            FormText.school(school, 2026, quarter)
                                    .pupilBelow(pupil.first().nik())
                                    .text())
                    .statusCode(201);
            close("2026-Q" + quarter).statusCode(201);
        }
        assertThat(world.standing(pupil.kpmId))
                .containsExactly(
                        "2026-Q1 COMMITMENT_NOT_MET SUSPENSION_WARNING",
                        "2026-Q2 COMMITMENT_NOT_MET SUSPENSION_PROPOSED",
                        "2026-Q3 COMMITMENT_NOT_MET TERMINATION_PROPOSED");
        Caller.auditor()
                .get("/commitments?kpm=" + family.kpmId)
                .body("items.result", equalTo(List.of("NOT_DUE", "MET", "NOT_DUE")));
        // the first quarter's visit is corrected away: the half-year that needed it is assessed
        // again
        facilitator
                .send(
                        "/sheets/health-visits?correction=true&reason=other+child",
                        FormText.health("P" + school, 2026, 1)
                                .patient(family.first().nik(), "0", "0", "0")
                                .text())
                .statusCode(201);
        Caller.auditor()
                .get("/commitments?kpm=" + family.kpmId)
                .body("items.result", equalTo(List.of("NOT_DUE", "NOT_VERIFIED", "NOT_DUE")));
    }

    @Test
    void lists_within_the_areas_of_the_reader_page_by_page() {
        Family one = world.family(village).infant();
        Family two = world.family(village).infant();
        world.register(one, two);
        close("2026-Q1").statusCode(201);
        String next =
                Caller.coordinator(area)
                        .get("/commitments?period=2026-Q1&village=" + area + "&limit=1")
                        .body("items", hasSize(1))
                        .extract()
                        .path("next");
        Caller.coordinator(area)
                .get(
                        "/commitments?period=2026-Q1&village={village}&limit=1&after={after}",
                        area,
                        next)
                .body("items", hasSize(1))
                .body("next", nullValue());
        Caller.coordinator(World.newSubDistrict())
                .get("/commitments?kpm=" + one.kpmId)
                .statusCode(200)
                .body("items", hasSize(0));
        Caller.coordinator(area)
                .get("/commitments?result=MET&village=" + area)
                .body("items", hasSize(0));
        Caller.coordinator(area).get("/commitments?after=nonsense").statusCode(400);
    }

    @Test
    void who_may_close_and_where() {
        close("2026-Q1", Caller.facilitator(area)).statusCode(403);
        close("2026-Q1", Caller.administrator(World.newSubDistrict())).statusCode(404);
        close("2026-1", Caller.administrator(area))
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
        close("2018-Q4", Caller.administrator(area))
                .statusCode(409)
                .body("code", equalTo("QUARTER_WITHOUT_POLICY"));
        close("2019-Q1", Caller.administrator(area))
                .statusCode(409)
                .body("code", equalTo("QUARTER_PAST_RETENTION"));
        Caller.auditor().get("/quarter-closings/" + UUID.randomUUID()).statusCode(404);
    }

    private ValidatableResponse close(String quarter) {
        return close(quarter, Caller.administrator(area));
    }

    private ValidatableResponse close(String quarter, Caller by) {
        return by.post("/quarter-closings", Map.of("quarter", quarter, "area_code", area));
    }

    private ValidatableResponse commitments(Family family) {
        return Caller.auditor().get("/commitments?kpm=" + family.kpmId).statusCode(200);
    }
}
