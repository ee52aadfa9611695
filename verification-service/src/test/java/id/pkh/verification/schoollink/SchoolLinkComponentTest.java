package id.pkh.verification.schoollink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.duty.DailyDuties;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.StubCaretakers;
import id.pkh.verification.support.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school completes its own list without signing in. */
@QuarkusTest
@OnLocalStack("verification")
@QuarkusTestResource(value = StubCaretakers.class, restrictToAnnotatedClass = false)
class SchoolLinkComponentTest {

    private static final Caller SCHOOL = Caller.anonymous();

    @Inject World world;
    @Inject Rows rows;
    @Inject DailyDuties duties;
    @Inject MovableClock clock;

    private final String area = World.newSubDistrict();
    private final String village = area + ".1001";
    private final String school = World.newSchool();
    private final Caller facilitator = Caller.named("facilitator-link", "FACILITATOR", village);
    private Family family;
    private Family neighbours;

    @BeforeEach
    void aSchoolWithPupilsOfTwoVillages() {
        clock.setTo("2026-03-20");
        family = world.family(village).pupil(school);
        neighbours = world.family(area + ".1002").pupil(school);
        world.register(family, neighbours);
        StubCaretakers.knows(family.kpmId, "SITI <b>AMINAH</b>");
        StubCaretakers.knows(neighbours.kpmId, "NUR");
    }

    @AfterEach
    void registryIsWell() {
        StubCaretakers.answers(200);
        clock.reset();
    }

    @Test
    void the_school_sees_its_pupils_of_the_village_and_sends_their_days() {
        JsonPath link = link();
        SCHOOL.get(path(link))
                .statusCode(200)
                .body("school_id", equalTo(school))
                .body("quarter", equalTo("2026-Q1"))
                .body("pupils.member_id", contains(pupil(family)))
                .body("pupils[0].caretaker_name", equalTo("SITI <b>AMINAH</b>"))
                .body("pupils[0].birth_month", equalTo("2016-05"))
                .body("pupils[0].months", empty());
        send(link, days(family, "1", "19"))
                .statusCode(200)
                .body("rows_applied", equalTo(1))
                .body("form_id", notNullValue());
        assertThat(standing(family)).containsExactly("1 19 school:" + school);

        send(link, days(family, "1", "19"))
                .statusCode(200)
                .body("rows_unchanged", equalTo(1))
                .body("form_id", nullValue());
        send(link, days(family, "0", "20")).statusCode(200).body("rows_applied", equalTo(1));
        assertThat(standing(family)).containsExactly("0 20 school:" + school);
        SCHOOL.get(path(link)).body("pupils[0].months[0].jml", equalTo(20));
    }

    @Test
    void pupils_of_other_villages_and_impossible_days_are_refused_row_by_row() {
        JsonPath link = link();
        send(link, days(family, "20", "20"), days(neighbours, "0", "20"))
                .statusCode(200)
                .body("rows_applied", equalTo(0))
                .body("rows_refused", equalTo(2))
                .body("refusals.code", contains("DAYS_IMPOSSIBLE", "MEMBER_ID_UNKNOWN"));
        assertThat(standing(neighbours)).isEmpty();
        send(link, days(family, "", "")).statusCode(422).body("code", equalTo("FORM_WITHOUT_ROWS"));
    }

    @Test
    void the_school_stands_beside_the_facilitator_and_a_difference_is_a_contradiction() {
        facilitator
                .send(
                        "/sheets/school-attendance",
                        FormText.school(school, 2026, 1)
                                .pupil(family.first().nik(), "0;0;0;20;100")
                                .text())
                .statusCode(201);
        send(link(), days(family, "20", "0")).statusCode(200).body("rows_applied", equalTo(1));
        assertThat(standing(family))
                .containsExactlyInAnyOrder("0 20 facilitator-link", "20 0 school:" + school);
        facilitator
                .get("/evidence-contradictions?kpm=" + family.kpmId)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("OPEN"));
    }

    @Test
    void the_facilitator_finds_what_came_in_her_work_until_she_has_looked() {
        JsonPath link = link();
        String id = link.getString("link_id");
        send(link, days(family, "1", "19")).statusCode(200);
        facilitator
                .get("/my-work")
                .body(
                        "items.findAll { it.kind == 'SCHOOL_DAYS_TO_REVIEW' }.href",
                        contains("/api/v1/school-links/" + id));
        facilitator
                .get("/evidence-coverage?quarter=2026-Q1&code=" + school)
                .body("items[0].last_by_link_on", equalTo("2026-03-20"));
        facilitator
                .get("/school-links/" + id)
                .body("opened", equalTo(0))
                .body("sendings", hasSize(1))
                .body("sendings[0].rows_applied", equalTo(1))
                .body("sendings[0].reviewed_by", nullValue());
        facilitator
                .post("/school-links/" + id + "/review", Map.of("up_to", 1))
                .statusCode(200)
                .body("sendings[0].reviewed_by", equalTo("facilitator-link"));
        facilitator
                .get("/my-work")
                .body("items.findAll { it.kind == 'SCHOOL_DAYS_TO_REVIEW' }", empty());
    }

    @Test
    void links_that_do_not_work_are_answered_alike() {
        JsonPath withdrawn = link();
        String unknown = withoutPath(read("/api/v1/school-lists/nothing"));
        assertThat(unknown).startsWith("404");
        String id = withdrawn.getString("link_id");
        facilitator.post("/school-links/" + id + "/withdrawal").statusCode(200);
        facilitator
                .post("/school-links/" + id + "/withdrawal")
                .statusCode(200)
                .body("withdrawn_by", equalTo("facilitator-link"));
        assertThat(withoutPath(read(withdrawn.getString("api_path")))).isEqualTo(unknown);
        send(withdrawn, days(family, "1", "19")).statusCode(404);
        assertThat(
                        rows.texts(
                                "SELECT sealed_labels IS NULL FROM school_link WHERE link_id = ?::uuid",
                                id))
                .containsExactly("t");

        JsonPath late = link();
        clock.setTo("2026-04-12");
        assertThat(withoutPath(read(late.getString("api_path")))).isEqualTo(unknown);
        assertThat(read(late.getString("path")).statusCode()).isEqualTo(404);
        assertThat(read(late.getString("path")).asString())
                .isEqualTo(read("/sekolah/nothing").asString());
    }

    @Test
    void the_names_are_deleted_when_the_link_is_over() {
        String id = link().getString("link_id");

        duties.plan();
        assertThat(hasNames(id)).isEqualTo("t");
        clock.setTo("2026-04-12");
        duties.plan();
        await().untilAsserted(() -> assertThat(hasNames(id)).isEqualTo("f"));
    }

    private String hasNames(String link) {
        return rows.texts(
                        "SELECT sealed_labels IS NOT NULL FROM school_link WHERE link_id = ?::uuid",
                        link)
                .get(0);
    }

    @Test
    void a_school_finds_what_the_page_says() {
        for (List<String> row : RuleTable.rows("evidence.md", "link", "the school finds")) {
            clock.setTo("2026-04-02");
            JsonPath link = link();
            String path = link.getString("api_path");
            switch (row.get(0)) {
                case "works" -> {}
                case "unknown" -> path = "/api/v1/school-lists/nothing";
                case "withdrawn" ->
                        facilitator
                                .post("/school-links/" + link.getString("link_id") + "/withdrawal")
                                .statusCode(200);
                case "the quarter's day of closing has come" -> clock.setTo("2026-04-11");
                case "the quarter was closed for one of its areas" ->
                        Caller.administrator(area)
                                .post(
                                        "/quarter-closings",
                                        Map.of("quarter", "2026-Q1", "area_code", area))
                                .statusCode(201);
                default -> throw new AssertionError(row);
            }
            assertThat(read(path).statusCode())
                    .as(row.get(0))
                    .isEqualTo(row.get(1).contains("404") ? 404 : 200);
        }
    }

    @Test
    void the_database_keeps_links_and_sendings_as_they_are() {
        JsonPath link = link();
        String id = link.getString("link_id");
        send(link, days(family, "1", "19")).statusCode(200);
        for (String change :
                List.of(
                        "UPDATE school_link SET expires_at = expires_at + interval '1 day' WHERE link_id = ?::uuid",
                        "UPDATE school_link SET areas = ARRAY['*'] WHERE link_id = ?::uuid",
                        "DELETE FROM school_link WHERE link_id = ?::uuid",
                        "UPDATE school_link_sending SET rows_applied = 9 WHERE link_id = ?::uuid",
                        "DELETE FROM school_link_sending WHERE link_id = ?::uuid")) {
            assertThatThrownBy(() -> rows.change(change, id))
                    .as(change)
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_link_is_made_for_an_open_quarter_and_a_school_of_the_area() {
        create(facilitator, school, "2025-Q4")
                .statusCode(422)
                .body("code", equalTo("QUARTER_NOT_OPEN"));
        create(facilitator, school, "2026-Q2")
                .statusCode(422)
                .body("code", equalTo("QUARTER_NOT_OPEN"));
        create(facilitator, World.newSchool(), "2026-Q1").statusCode(404);
        create(Caller.facilitator(World.newSubDistrict()), school, "2026-Q1").statusCode(404);
        for (int i = 0; i < 5; i++) {
            link();
        }
        create(facilitator, school, "2026-Q1")
                .statusCode(409)
                .body("code", equalTo("SCHOOL_LINKS_TOO_MANY"));
    }

    @Test
    void a_link_of_another_village_is_not_seen() {
        String id = link().getString("link_id");
        Caller other = Caller.facilitator(area + ".1002");
        other.get("/school-links/" + id).statusCode(404);
        other.post("/school-links/" + id + "/withdrawal").statusCode(404);
        other.get("/school-links?school=" + school).body("items", empty());
        Caller.coordinator(area).get("/school-links?school=" + school).body("items", hasSize(1));
    }

    @Test
    void without_the_registry_a_link_has_no_names() {
        StubCaretakers.answers(503);
        JsonPath link = link();
        assertThat(link.getBoolean("has_names")).isFalse();
        SCHOOL.get(path(link)).statusCode(200).body("pupils[0].caretaker_name", nullValue());
        assertThat(read(link.getString("path")).asString()).contains("Tanpa nama");
    }

    @Test
    void the_secret_is_nowhere_and_names_only_under_it() {
        JsonPath link = link();
        String token = link.getString("path").replaceAll(".*/", "");
        assertThat(StubCaretakers.lastQuestion())
                .contains("list of a school")
                .doesNotContain(token);
        assertThat(rows.texts("SELECT l::text FROM school_link l WHERE school_id = ?", school))
                .allSatisfy(row -> assertThat(row).doesNotContain(token).doesNotContain("AMINAH"));
    }

    @Test
    void the_page_works_without_scripts_and_shows_what_became_of_each_row() {
        JsonPath link = link();
        String path = link.getString("path");
        Response page = read(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        String name = pupil(family) + ".2026-01.";
        assertThat(page.asString())
                .contains("SITI &lt;b&gt;AMINAH", "lahir Mei 2016", "name=\"" + name + "alpa\"")
                .doesNotContain("<script", "NUR", path);

        Response wrong = fill(path, Map.of(name + "alpa", "x", name + "jml", "19"));
        assertThat(wrong.asString()).contains("Ditolak: 1", "value=\"x\"");
        Response right = fill(path, Map.of(name + "alpa", "1", name + "jml", "19"));
        assertThat(right.asString()).contains("Tercatat: 1", "value=\"19\"");
        assertThat(standing(family)).containsExactly("1 19 school:" + school);
        assertThat(fill(path, Map.of()).asString()).contains("Belum ada yang tercatat");
        assertThat(read("/sekolah.css").statusCode()).isEqualTo(200);
    }

    private JsonPath link() {
        return create(facilitator, school, "2026-Q1").statusCode(201).extract().jsonPath();
    }

    private static ValidatableResponse create(Caller caller, String school, String quarter) {
        return caller.post("/school-links", Map.of("school_id", school, "quarter", quarter));
    }

    private static String path(JsonPath link) {
        return link.getString("api_path").substring("/api/v1".length());
    }

    @SafeVarargs
    private static ValidatableResponse send(JsonPath link, Map<String, Object>... lines) {
        return SCHOOL.post(path(link), Map.of("rows", List.of(lines)));
    }

    private static Map<String, Object> days(Family family, String alpa, String jml) {
        return Map.of(
                "member_id",
                family.first().memberId(),
                "months",
                List.of(Map.of("month", "2026-01", "alpa", alpa, "jml", jml)));
    }

    private static Response fill(String path, Map<String, String> fields) {
        return SCHOOL.request()
                .contentType("application/x-www-form-urlencoded")
                .formParams(fields)
                .post(path);
    }

    private static Response read(String path) {
        return SCHOOL.request().get(path);
    }

    /** The problem document repeats the address that was asked for. */
    private static String withoutPath(Response answer) {
        return answer.statusCode() + answer.asString().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static String pupil(Family family) {
        UUID id = family.first().memberId();
        return id.toString();
    }

    private List<String> standing(Family family) {
        return rows.texts(
                "SELECT alpa || ' ' || jml || ' ' || sent_by FROM standing_line WHERE kpm_id = ?",
                family.kpmId);
    }
}
