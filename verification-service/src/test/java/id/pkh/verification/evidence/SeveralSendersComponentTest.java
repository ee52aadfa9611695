package id.pkh.verification.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school with pupils of two villages, for which two facilitators are responsible. */
@QuarkusTest
@OnLocalStack("verification")
class SeveralSendersComponentTest {

    private static final String SCHOOL_PATH = "/sheets/school-attendance";
    private static final String HEALTH_PATH = "/sheets/health-visits";

    @Inject World world;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private final String here = area + ".1001";
    private final String there = area + ".1002";
    private final String school = World.newSchool();
    private final Caller facilitator = Caller.named("facilitator-here", "FACILITATOR", here);
    private final Caller neighbour = Caller.named("facilitator-there", "FACILITATOR", there);
    private Family family;
    private Family neighbours;

    @BeforeEach
    void twoVillages() {
        family = world.family(here).pupil(school).infant();
        neighbours = world.family(there).pupil(school).infant();
        world.register(family, neighbours);
    }

    @Test
    void each_sender_adds_the_pupils_of_her_village_from_the_same_sheet() {
        String sheet = sheet().pupilAlwaysThere(nik(family)).pupilBelow(nik(neighbours)).text();
        facilitator
                .send(SCHOOL_PATH, sheet)
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .body("rows_read", equalTo(2))
                .body("rows_applied", equalTo(1))
                .body("rows_refused", equalTo(0))
                .body("details.lines_of_other_areas", equalTo("7"));
        neighbour
                .send(SCHOOL_PATH, sheet)
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("details.lines_of_other_areas", equalTo("6"))
                .body("details.revision", equalTo("2"));
        close("2026-Q1");
        commitments(family).body(ofThePupil("result"), equalTo("MET"));
        commitments(neighbours).body(ofThePupil("result"), equalTo("NOT_MET"));
    }

    @Test
    void the_other_sender_needs_no_correction_and_her_form_takes_nothing_away() {
        facilitator.send(SCHOOL_PATH, sheet().pupilAlwaysThere(nik(family)).text()).statusCode(201);
        neighbour
                .send(SCHOOL_PATH, sheet().pupilAlwaysThere(nik(neighbours)).text())
                .statusCode(201);
        assertThat(daysOf(family)).hasSize(3);
        assertThat(daysOf(neighbours)).hasSize(3);
    }

    @Test
    void a_second_class_on_a_sheet_of_its_own_is_no_correction() {
        Family classmate = world.family(here).pupil(school);
        world.register(classmate);
        facilitator.send(SCHOOL_PATH, sheet().pupilAlwaysThere(nik(family)).text()).statusCode(201);
        facilitator
                .send(
                        SCHOOL_PATH,
                        sheet().pupilAlwaysThere(nik(family)).pupilBelow(nik(classmate)).text())
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(1));
        assertThat(daysOf(family)).hasSize(3);
        assertThat(daysOf(classmate)).hasSize(3);
    }

    @Test
    void a_correction_touches_the_lines_of_its_sender_alone() {
        String sheet = sheet().pupilBelow(nik(family)).pupilBelow(nik(neighbours)).text();
        facilitator.send(SCHOOL_PATH, sheet).statusCode(201);
        neighbour.send(SCHOOL_PATH, sheet).statusCode(201);
        facilitator
                .send(
                        SCHOOL_PATH + "?correction=true&reason=misread",
                        sheet().pupilAlwaysThere(nik(family))
                                .pupilAlwaysThere(nik(neighbours))
                                .text())
                .statusCode(201)
                .body("rows_applied", equalTo(1));
        assertThat(daysOf(family)).containsExactly("0 20", "0 20", "0 20");
        assertThat(daysOf(neighbours)).containsExactly("20 0", "0 20", "0 20");
    }

    @Test
    void the_same_bytes_after_another_correction_are_a_new_correction() {
        String first = sheet().pupilAlwaysThere(nik(family)).text();
        String second = sheet().pupilBelow(nik(family)).text();
        String corrected = SCHOOL_PATH + "?correction=true&reason=misread";
        facilitator.send(SCHOOL_PATH, first).statusCode(201);
        facilitator.send(corrected, second).statusCode(201);
        facilitator.send(SCHOOL_PATH, first).statusCode(200);
        assertThat(daysOf(family)).containsExactly("20 0", "0 20", "0 20");
        facilitator.send(corrected, first).statusCode(201).body("rows_applied", equalTo(1));
        assertThat(daysOf(family)).containsExactly("0 20", "0 20", "0 20");
    }

    @Test
    void a_school_that_reported_for_one_village_has_not_reported_for_the_other() {
        Family missing = world.family(here).pupil(school);
        world.register(missing);
        facilitator.send(SCHOOL_PATH, sheet().pupilAlwaysThere(nik(family)).text()).statusCode(201);
        close("2026-Q1");
        notVerified(missing, "FACILITATOR", "NOT_ON_THE_FORM");
        notVerified(neighbours, "SERVICE_POINT", "SCHOOL_SENT_NO_FORM");

        Family other = world.family(there).pupil(school);
        world.register(other);
        neighbour.send(SCHOOL_PATH, sheet().pupilAlwaysThere(nik(other)).text()).statusCode(201);
        notVerified(neighbours, "FACILITATOR", "NOT_ON_THE_FORM");
    }

    @Test
    void a_pupil_on_the_sheet_of_a_colleague_is_left_to_her_own_facilitator() {
        facilitator
                .send(
                        SCHOOL_PATH,
                        sheet().pupilAlwaysThere(nik(family)).pupilBelow(nik(neighbours)).text())
                .statusCode(201);
        close("2026-Q1");
        assertThat(daysOf(neighbours)).isEmpty();
        notVerified(neighbours, "FACILITATOR", "NOT_ON_THE_FORM");
    }

    @Test
    void a_clinic_that_reported_for_one_village_has_not_reported_for_the_other() {
        String clinic = "P" + school;
        facilitator
                .send(
                        HEALTH_PATH,
                        FormText.health(clinic, 2026, 1)
                                .patient(infant(family), "1", "1", "1")
                                .text())
                .statusCode(201);
        facilitator.send(SCHOOL_PATH, sheet().pupilAlwaysThere(nik(family)).text()).statusCode(201);
        close("2026-Q1");
        commitments(family).body("items[0].result", equalTo("MET"));
        commitments(neighbours)
                .body("items[0].attribution", equalTo("SERVICE_POINT"))
                .body("items[0].reasons", hasItem("HEALTH_SERVICE_SENT_NO_FORM"));

        neighbour
                .send(
                        HEALTH_PATH,
                        FormText.health(clinic, 2026, 1)
                                .patient(infant(neighbours), "1", "", "1")
                                .text())
                .statusCode(201);
        commitments(neighbours)
                .body("items[0].reasons", hasItem("NOT_ON_THE_FORM"))
                .body("items[0].attribution", equalTo("FACILITATOR"));
    }

    @Test
    void two_forms_of_one_school_at_the_same_time_lose_nothing() throws Exception {
        List<Family> families = new ArrayList<>();
        List<Callable<Integer>> sends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String village = area + ".20" + (10 + i);
            Family one = world.family(village).pupil(school);
            families.add(one);
            Caller sender = Caller.named("facilitator-" + i, "FACILITATOR", village);
            String sheet = sheet().pupilAlwaysThere(nik(one)).text();
            sends.add(() -> sender.send(SCHOOL_PATH, sheet).extract().statusCode());
        }
        world.register(families.toArray(Family[]::new));
        ExecutorService threads = Executors.newFixedThreadPool(sends.size());
        try {
            for (Future<Integer> sent : threads.invokeAll(sends)) {
                assertThat(sent.get()).isEqualTo(201);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(families).allSatisfy(one -> assertThat(daysOf(one)).hasSize(3));
        assertThat(
                        rows.number(
                                "SELECT count(DISTINCT revision) FROM service_point_form WHERE point_code = ?",
                                school))
                .isEqualTo(8);
    }

    @Test
    void a_person_far_away_is_not_told_to_be_in_the_programme() {
        Family far = world.family(World.newSubDistrict() + ".1001").pupil(World.newSchool());
        world.register(far);
        facilitator
                .send(
                        SCHOOL_PATH,
                        sheet().pupilAlwaysThere(nik(family)).pupilAlwaysThere(nik(far)).text())
                .statusCode(201)
                .body("refusals.code", equalTo(List.of("MEMBER_UNKNOWN")))
                .body("details.rows_of_other_areas", nullValue());
    }

    private FormText sheet() {
        return FormText.school(school, 2026, 1);
    }

    private static String nik(Family family) {
        return family.first().nik();
    }

    private static String infant(Family family) {
        return family.people.get(1).nik();
    }

    private List<String> daysOf(Family whose) {
        return rows.texts(
                "SELECT alpa || ' ' || jml FROM standing_line WHERE kpm_id = ? AND kind = 'SCHOOL' ORDER BY month",
                whose.kpmId);
    }

    private void notVerified(Family whose, String attribution, String reason) {
        commitments(whose)
                .body("items", hasSize(1))
                .body(ofThePupil("attribution"), equalTo(attribution))
                .body(ofThePupil("reasons"), equalTo(List.of(reason)));
    }

    private static String ofThePupil(String field) {
        return "items[0].members.find { it.component == 'SD' }." + field;
    }

    private ValidatableResponse commitments(Family whose) {
        return Caller.auditor().get("/commitments?kpm=" + whose.kpmId).statusCode(200);
    }

    private void close(String quarter) {
        Caller.administrator(area)
                .post("/quarter-closings", Map.of("quarter", quarter, "area_code", area))
                .statusCode(201)
                .body("state", equalTo("DONE"));
    }
}
