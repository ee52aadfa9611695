package id.pkh.verification.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.platform.figures.FigureSource;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rest.Figures;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two villages with pupils of two schools, and infants of one health service. */
@QuarkusTest
@OnLocalStack("verification")
class CoverageComponentTest {

    @Inject @All List<FigureSource> sources;

    private static final String SCHOOL_PATH = "/sheets/school-attendance";

    @Inject World world;

    private final String area = World.newSubDistrict();
    private final String near = area + ".1001";
    private final String far = area + ".1002";
    private final String school = World.newSchool();
    private final String otherSchool = World.newSchool();

    @Test
    void a_school_is_counted_by_its_pupils_and_their_months() {
        Family always = world.family(near).pupil(school);
        Family partly = world.family(near).pupil(school);
        Family candidate = world.family(near).pupil(school);
        candidate.status = "CANDIDATE";
        Family elsewhere = world.family(far).pupil(school);
        world.register(always, partly, candidate, elsewhere, world.family(far).pupil(otherSchool));
        coverage("SCHOOL")
                .body("items.code", contains(school, otherSchool))
                .body("items.members", contains(3, 1))
                .body("items.complete_members", contains(0, 0))
                .body("items.has_reported", contains(false, false))
                .body("items[0].last_form_on", nullValue())
                .body("items[0].not_reported", contains(near, far));

        Caller.facilitator(near)
                .send(
                        SCHOOL_PATH,
                        FormText.school(school, 2026, 1)
                                .pupilAlwaysThere(always.first().nik())
                                .pupil(partly.first().nik(), "0;0;0;20;100", "", "20;0;0;0;0")
                                .text())
                .statusCode(201);

        coverage("SCHOOL")
                .body("items.complete_members", contains(1, 0))
                .body("items.has_reported", contains(true, false))
                .body("items[0].is_complete", equalTo(false))
                .body("items[0].not_reported", contains(far))
                .body("items[0].windows.window", contains("2026-01", "2026-02", "2026-03"))
                .body("items[0].windows.members", contains(3, 3, 3))
                .body("items[0].windows.with_evidence", contains(2, 1, 2));
        figuresAgree("SCHOOL");
        members("SCHOOL", school, "&complete=false").body("items", hasSize(2));
        Caller.facilitator(near)
                .get("/evidence-coverage?quarter=2026-Q1")
                .body("items.code", contains(school))
                .body("items.members", contains(2))
                .body("items[0].not_reported", empty());
    }

    @Test
    void what_was_corrected_or_contradicts_itself_counts_as_the_closing_counts_it() {
        Family corrected = world.family(near).pupil(school);
        Family removed = world.family(near).pupil(school);
        Family contradicted = world.family(near).pupil(school);
        world.register(corrected, removed, contradicted);
        String full = "0;0;0;20;100";
        String remove = "HAPUS;;;;";
        Caller sender = Caller.facilitator(near);
        sender.send(
                        SCHOOL_PATH,
                        FormText.school(school, 2026, 1)
                                .pupil(corrected.first().nik(), "20;0;0;0;0")
                                .pupil(removed.first().nik(), full, full, full)
                                .pupil(contradicted.first().nik(), full)
                                .text())
                .statusCode(201);
        sender.send(
                        SCHOOL_PATH + "?correction=true&reason=misread",
                        FormText.school(school, 2026, 1)
                                .pupil(corrected.first().nik(), full, full, full)
                                .pupil(removed.first().nik(), "", remove, "")
                                .text())
                .statusCode(201);
        Caller.coordinator(area)
                .send(
                        SCHOOL_PATH,
                        FormText.school(school, 2026, 1)
                                .pupil(contradicted.first().nik(), "20;0;0;0;0", full)
                                .text())
                .statusCode(201);
        coverage("SCHOOL")
                .body("items[0].complete_members", equalTo(1))
                .body("items[0].windows.with_evidence", contains(3, 2, 2));
        figuresAgree("SCHOOL");
    }

    @Test
    void a_health_service_is_counted_by_those_for_whom_it_is_responsible() {
        Family seen = world.family(near).infant();
        Family neighbour = world.family(near).infant();
        Family inAVillageWithoutService = world.family(far).infant().elder();
        world.register(seen, neighbour, inAVillageWithoutService);
        String point = "P" + school;
        Caller.facilitator(near)
                .send(
                        "/sheets/health-visits",
                        FormText.health(point, 2026, 1)
                                .patient(seen.first().nik(), "1", "0", "TUTUP")
                                .text())
                .statusCode(201);
        coverage("HEALTH_SERVICE")
                .body("items.code", contains(point))
                .body("items.members", contains(3))
                .body("items.complete_members", contains(1))
                .body("items[0].windows.with_evidence", contains(1, 1, 1));
        figuresAgree("HEALTH_SERVICE");
        Caller.facilitator(area)
                .get("/evidence-coverage?quarter=2025-Q4&level=HEALTH_SERVICE")
                .body("items.members", contains(4))
                .body("items[0].windows.window", equalTo(yearEnd()));
    }

    private static List<String> yearEnd() {
        return List.of("2025-01/2025-12", "2025-10", "2025-11", "2025-12");
    }

    @Test
    void a_village_counts_every_member_once() {
        Family family = world.family(near).pupil(school).infant();
        Family withoutSchool = world.family(near).pupil(null);
        world.register(family, withoutSchool, world.family(far).infant());
        Caller.facilitator(near)
                .send(
                        SCHOOL_PATH,
                        FormText.school(school, 2026, 1)
                                .pupilAlwaysThere(family.first().nik())
                                .text())
                .statusCode(201);
        coverage("VILLAGE")
                .body("items.code", contains(near, far))
                .body("items.members", contains(3, 1))
                .body("items.complete_members", contains(1, 0))
                .body("items.has_reported", contains(true, false))
                .body("items[0].not_reported", empty());
        figuresAgree("VILLAGE");
        Caller.facilitator(area)
                .get("/evidence-coverage?quarter=2026-Q1&level=VILLAGE&code=" + far)
                .body("items.code", contains(far));
    }

    @Test
    void an_exemption_covers_a_month_without_a_form() {
        world.register(world.family(near).pupil(school));
        Caller.coordinator(area)
                .post(
                        "/exemptions",
                        Map.of(
                                "scope", "AREA",
                                "scope_code", near,
                                "from", "2026-01-01",
                                "until", "2026-03-31",
                                "reason_code", "DISASTER",
                                "legal_basis", "decree of the regent"))
                .statusCode(201);
        coverage("SCHOOL")
                .body("items[0].windows.exempt", contains(1, 1, 1))
                .body("items[0].is_complete", equalTo(true));
    }

    @Test
    void pages_follow_each_other() {
        world.register(
                world.family(near).pupil(school).infant(), world.family(far).pupil(otherSchool));
        JsonPath first =
                Caller.facilitator(area).read("/evidence-coverage?quarter=2026-Q1&limit=1");
        assertThat(first.getList("items.code")).isEqualTo(List.of(school));
        Caller.facilitator(area)
                .get("/evidence-coverage?quarter=2026-Q1&limit=1&after=" + first.getString("next"))
                .body("items.code", contains(otherSchool))
                .body("next", nullValue());
        String members =
                "/evidence-coverage/members?quarter=2026-Q1&level=VILLAGE&limit=1&code=" + near;
        String next = Caller.facilitator(area).read(members).getString("next");
        Caller.facilitator(area)
                .get(members + "&after=" + next)
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void nothing_of_other_areas_is_seen() {
        world.register(world.family(near).pupil(school));
        String other = World.newSubDistrict();
        for (String level : List.of("SCHOOL", "HEALTH_SERVICE", "VILLAGE")) {
            Caller.facilitator(other)
                    .get("/evidence-coverage?quarter=2026-Q1&level=" + level)
                    .statusCode(200)
                    .body("items", empty());
        }
        Caller.facilitator(other)
                .get("/evidence-coverage/members?quarter=2026-Q1&code=" + school)
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "?quarter=2026, 400, INVALID_PARAMETER",
        "?quarter=2018-Q4, 409, QUARTER_WITHOUT_POLICY",
        "?code=17.71.08.1001, 400, INVALID_PARAMETER",
        "?level=VILLAGE&code=10702345, 400, INVALID_PARAMETER",
        "?village=17.7, 422, AREA_CODE_INVALID",
        "/members?quarter=2026-Q1, 400, INVALID_PARAMETER",
        "/members?quarter=2018-Q4&code=10702345, 409, QUARTER_WITHOUT_POLICY",
        "/members?code=10702345&village=17.7, 422, AREA_CODE_INVALID"
    })
    void what_selects_nothing_is_refused(String query, int status, String code) {
        Caller.facilitator(area)
                .get("/evidence-coverage" + query)
                .statusCode(status)
                .body("code", equalTo(code));
    }

    /** Adds the members of each item up, and compares them with its figures. */
    @Test
    void the_figures_of_a_month_are_those_of_its_quarter() {
        Family always = world.family(near).pupil(school);
        world.register(always, world.family(near).pupil(school), world.family(far).pupil(school));
        Caller.facilitator(near)
                .send(
                        SCHOOL_PATH,
                        FormText.school(school, 2026, 1)
                                .pupilAlwaysThere(always.first().nik())
                                .text())
                .statusCode(201);

        assertThat(Figures.of(Caller.facilitator(area), "2026-02", "VILLAGE", area))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                near,
                                Map.of("MEMBERS_TO_VERIFY", 2L, "MEMBERS_VERIFIED", 1L),
                                far,
                                Map.of(
                                        "MEMBERS_TO_VERIFY", 1L,
                                        "SERVICE_POINTS_NOT_REPORTED", 1L)));
        assertThat(Figures.of(Caller.facilitator(area), "2008-02", "VILLAGE", area)).isEmpty();
    }

    @Test
    void the_page_of_the_rules_names_every_figure() {
        assertThat(sources.stream().flatMap(source -> source.figures().stream()))
                .containsExactlyInAnyOrderElementsOf(Figures.ofPage("verification"));
    }

    private void figuresAgree(String level) {
        JsonPath list = coverage(level).extract().jsonPath();
        List<Map<String, Object>> items = list.getList("items");
        assertThat(items).isNotEmpty();
        for (Map<String, Object> item : items) {
            JsonPath members = members(level, item.get("code").toString(), "").extract().jsonPath();
            assertThat(members.getList("items")).hasSize((Integer) item.get("members"));
            assertThat(members.getList("items.findAll { it.is_complete }"))
                    .hasSize((Integer) item.get("complete_members"));
            for (Map<String, Object> window : windows(item)) {
                String state =
                        "items.windows.flatten().findAll { it.window == '"
                                + window.get("window")
                                + "'";
                assertThat(members.getList(state + " }")).hasSize((Integer) window.get("members"));
                assertThat(members.getList(state + " && it.state == 'EVIDENCE' }"))
                        .hasSize((Integer) window.get("with_evidence"));
                assertThat(members.getList(state + " && it.state == 'EXEMPT' }"))
                        .hasSize((Integer) window.get("exempt"));
            }
        }
    }

    @SuppressWarnings("unchecked") // a list of objects in JSON
    private static List<Map<String, Object>> windows(Map<String, Object> item) {
        return (List<Map<String, Object>>) item.get("windows");
    }

    private ValidatableResponse coverage(String level) {
        return Caller.facilitator(area)
                .get("/evidence-coverage?quarter=2026-Q1&level=" + level)
                .statusCode(200);
    }

    private ValidatableResponse members(String level, String code, String more) {
        return Caller.facilitator(area)
                .get(
                        "/evidence-coverage/members?quarter=2026-Q1&level="
                                + level
                                + "&code="
                                + code
                                + more)
                .statusCode(200);
    }
}
