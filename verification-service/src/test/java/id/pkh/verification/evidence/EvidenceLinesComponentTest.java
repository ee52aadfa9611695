package id.pkh.verification.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines that name people by id stand as those of a form do. */
@QuarkusTest
@OnLocalStack("verification")
class EvidenceLinesComponentTest {

    private static final String PATH = "/evidence-lines";

    @Inject World world;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private final String village = area + ".1001";
    private final String school = World.newSchool();
    private final Caller facilitator = Caller.named("facilitator-ids", "FACILITATOR", village);
    private Family family;
    private Family neighbours;

    @BeforeEach
    void twoVillages() {
        family = world.family(village).pupil(school).infant();
        neighbours = world.family(area + ".1002").pupil(school);
        world.register(family, neighbours);
    }

    @Test
    void lines_stand_in_the_name_of_the_caller_and_a_repetition_adds_nothing() {
        enter(days(family, "1", "19"))
                .statusCode(200)
                .body("form_id", notNullValue())
                .body("rows_applied", equalTo(1))
                .body("refusals", empty());
        enter(days(family, "1", "19"))
                .statusCode(200)
                .body("form_id", nullValue())
                .body("rows_unchanged", equalTo(1));
        assertThat(standing(family)).containsExactly("1 19 facilitator-ids");
        assertThat(
                        rows.number(
                                "SELECT count(*) FROM service_point_form WHERE point_code = ?",
                                school))
                .isEqualTo(1);
    }

    @Test
    void another_statement_needs_a_correction_with_a_reason() {
        enter(days(family, "1", "19")).statusCode(200);
        enter(days(family, "0", "20"))
                .statusCode(409)
                .body("code", equalTo("FORM_ALREADY_RECEIVED"));
        with(Map.of("correction", true), days(family, "0", "20"))
                .statusCode(422)
                .body("code", equalTo("CORRECTION_REASON_MISSING"));
        with(Map.of("correction", true, "reason", "misread"), days(family, "0", "20"))
                .statusCode(200)
                .body("rows_applied", equalTo(1));
        assertThat(standing(family)).containsExactly("0 20 facilitator-ids");
    }

    @Test
    void a_form_and_lines_of_the_same_sender_are_one() {
        facilitator
                .send(
                        "/sheets/school-attendance",
                        FormText.school(school, 2026, 1)
                                .pupil(family.first().nik(), "1;0;0;19;95")
                                .text())
                .statusCode(201);
        enter(days(family, "1", "19")).statusCode(200).body("rows_unchanged", equalTo(1));
        enter(days(family, "2", "18")).statusCode(409);
    }

    @Test
    void people_of_other_areas_and_of_other_components_are_refused_row_by_row() {
        enter(
                        days(family, "0", "20"),
                        days(neighbours, "0", "20"),
                        row(UUID.randomUUID(), days("0", "20")),
                        row(family.people.get(1).memberId(), days("0", "20")))
                .statusCode(200)
                .body("rows_read", equalTo(4))
                .body("rows_applied", equalTo(1))
                .body("rows_refused", equalTo(3))
                .body("refusals.line", contains(4, 2, 3))
                .body(
                        "refusals.code",
                        contains(
                                "COMPONENT_IS_NOT_SCHOOL",
                                "MEMBER_ID_UNKNOWN",
                                "MEMBER_ID_UNKNOWN"));
        assertThat(standing(neighbours)).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_refused_where_it_stands() {
        enter(days(family, "30", "30"))
                .statusCode(200)
                .body("rows_refused", equalTo(1))
                .body("refusals[0].code", equalTo("DAYS_IMPOSSIBLE"));
        Map<String, Object> twice = days("0", "20");
        enter(Map.of("member_id", family.first().memberId(), "months", List.of(twice, twice)))
                .statusCode(422)
                .body("code", equalTo("FORM_MONTH_TWICE"));
        with(Map.of("quarter", "2026-Q2"), days(family, "0", "20"))
                .statusCode(422)
                .body("code", equalTo("FORM_MONTH_NOT_OF_QUARTER"));
        with(Map.of("quarter", "2019-Q1"), days(family, "0", "20"))
                .statusCode(409)
                .body("code", equalTo("QUARTER_PAST_RETENTION"));
        with(Map.of("point_code", "PKM-1"), days(family, "0", "20"))
                .statusCode(422)
                .body("code", equalTo("FORM_SERVICE_POINT_MISSING"));
        enter(days(family, "", "")).statusCode(422).body("code", equalTo("FORM_WITHOUT_ROWS"));
    }

    @Test
    void visits_of_a_health_service_are_taken_too() {
        with(
                        Map.of("kind", "HEALTH", "point_code", "PKM-" + school),
                        row(
                                family.people.get(1).memberId(),
                                Map.of("month", "2026-01", "visits", "1 BB TB")))
                .statusCode(200)
                .body("rows_applied", equalTo(1));
        assertThat(
                        rows.texts(
                                "SELECT visits || ' ' || array_to_string(cares, ',') FROM evidence WHERE kpm_id = ?",
                                family.kpmId))
                .containsExactly("1 WEIGHT,HEIGHT");
    }

    @Test
    void the_list_shows_the_own_line_before_that_of_another_sender() {
        String path = PATH + "?month=2026-01&village=" + area;
        facilitator
                .get(path)
                .statusCode(200)
                .body("items.member_id", contains(family.first().memberId().toString()))
                .body("items[0].school_id", equalTo(school))
                .body("items[0].entry", nullValue());
        Caller.named("coordinator-ids", "COORDINATOR", area)
                .send(
                        "/sheets/school-attendance",
                        FormText.school(school, 2026, 1)
                                .pupil(family.first().nik(), "0;0;0;20;100")
                                .text())
                .statusCode(201);
        facilitator
                .get(path)
                .body("items[0].is_own", equalTo(false))
                .body("items[0].entry.jml", equalTo("20"));
        enter(days(family, "1", "19")).statusCode(200);
        facilitator
                .get(path)
                .body("items[0].is_own", equalTo(true))
                .body("items[0].entry.alpa", equalTo("1"));
        facilitator
                .get(PATH + "?kind=HEALTH&month=2026-01")
                .body("items.member_id", contains(family.people.get(1).memberId().toString()));
        facilitator.get(PATH).statusCode(400).body("code", equalTo("INVALID_PARAMETER"));
    }

    private List<String> standing(Family family) {
        return rows.texts(
                "SELECT alpa || ' ' || jml || ' ' || sent_by FROM standing_line WHERE kpm_id = ?",
                family.kpmId);
    }

    private static Map<String, Object> days(String alpa, String jml) {
        return Map.of("month", "2026-01", "alpa", alpa, "jml", jml);
    }

    private static Map<String, Object> days(Family family, String alpa, String jml) {
        return row(family.first().memberId(), days(alpa, jml));
    }

    private static Map<String, Object> row(UUID memberId, Map<String, Object> month) {
        return Map.of("member_id", memberId, "months", List.of(month));
    }

    @SafeVarargs
    private ValidatableResponse enter(Map<String, Object>... lines) {
        return send(Map.of(), List.of(lines));
    }

    private ValidatableResponse with(Map<String, Object> changes, Map<String, Object> line) {
        return send(changes, List.of(line));
    }

    private ValidatableResponse send(Map<String, Object> changes, List<Map<String, Object>> lines) {
        Map<String, Object> request =
                new HashMap<>(
                        Map.of(
                                "kind",
                                "SCHOOL",
                                "point_code",
                                school,
                                "quarter",
                                "2026-Q1",
                                "rows",
                                lines));
        request.putAll(changes);
        return facilitator.post(PATH, request);
    }
}
