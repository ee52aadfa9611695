package id.pkh.verification.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.files.Workbooks;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.Niks;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms through HTTP: what is taken in, what is refused, and in which language. */
@QuarkusTest
@OnLocalStack("verification")
class FormComponentTest {

    private static final String SCHOOL_PATH = "/sheets/school-attendance";
    private static final String HEALTH_PATH = "/sheets/health-visits";

    @Inject World world;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private final String school = World.newSchool();
    private final Caller facilitator = Caller.facilitator(area);
    private Family family;
    private String pupil;
    private String infant;

    @BeforeEach
    void registerAFamily() {
        family = world.family(area + ".1001").pupil(school).infant();
        pupil = family.people.get(0).nik();
        infant = family.people.get(1).nik();
        world.register(family);
    }

    @Test
    void a_school_form_is_taken_in_once() {
        String form =
                FormText.school(school, 2026, 1)
                        .pupil(pupil, "1;0;0;19;95", "", "0;0;0;0;0")
                        .text();
        facilitator
                .send(SCHOOL_PATH + "?filename=q1.csv", form)
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .body("filename", equalTo("q1.csv"))
                .body("rows_read", equalTo(1))
                .body("rows_applied", equalTo(1))
                .body("details.service_point", equalTo(school))
                .body("details.quarter", equalTo("2026-Q1"))
                .body("details.revision", equalTo("1"));
        assertThat(
                        rows.texts(
                                "SELECT month || ' ' || alpa || ' ' || jml FROM evidence WHERE kpm_id = ? ORDER BY month",
                                family.kpmId))
                .containsExactly("2026-01-01 1 19", "2026-03-01 0 0");
        facilitator
                .send(SCHOOL_PATH, form)
                .statusCode(200)
                .body("status", equalTo("ALREADY_RECEIVED"));
        assertThat(rows.number("SELECT count(*) FROM evidence WHERE kpm_id = ?", family.kpmId))
                .isEqualTo(2);
    }

    @Test
    void a_health_form_is_taken_in() {
        facilitator
                .send(
                        HEALTH_PATH,
                        FormText.health("P" + school, 2026, 1)
                                .patient(infant, "1", "TUTUP", "")
                                .text())
                .statusCode(201)
                .body("rows_applied", equalTo(1));
        assertThat(
                        rows.texts(
                                "SELECT month || ' ' || visits || ' ' || is_closed FROM evidence"
                                        + " WHERE kpm_id = ? ORDER BY month",
                                family.kpmId))
                .containsExactly("2026-01-01 1 false", "2026-02-01 0 true");
        assertThat(
                        rows.texts(
                                "SELECT village_code FROM health_point_village WHERE point_code = ?",
                                "P" + school))
                .containsExactly(area + ".1001");
        assertThat(
                        rows.texts(
                                "SELECT (e ->> 'period') || ' ' || (e ->> 'revision') || ' ' || (e -> 'villages')::text"
                                        + " FROM (SELECT convert_from(payload, 'UTF8')::jsonb AS e FROM outbox"
                                        + " WHERE topic = 'pkh.verification.form.v1') o WHERE e ->> 'point_code' = ?",
                                "P" + school))
                .containsExactly(
                        "2026-Q1 1 [{\"families\": 1, \"village_code\": \"%s.1001\"}]"
                                .formatted(area));
    }

    @Test
    void a_workbook_is_taken_in() {
        List<List<String>> rows =
                FormText.school(school, 2026, 1)
                        .pupilAlwaysThere(pupil)
                        .text()
                        .lines()
                        .map(line -> List.of(line.split(";", -1)))
                        .toList();
        facilitator
                .request()
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body(Workbooks.xlsx(rows))
                .post("/api/v1" + SCHOOL_PATH)
                .then()
                .statusCode(201)
                .body("rows_applied", equalTo(1));
    }

    @Test
    void another_form_of_the_quarter_has_to_be_a_correction_with_a_reason() {
        facilitator.send(
                SCHOOL_PATH, FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text());
        String other = FormText.school(school, 2026, 1).pupilBelow(pupil).text();
        facilitator
                .send(SCHOOL_PATH, other)
                .statusCode(409)
                .body("code", equalTo("FORM_ALREADY_RECEIVED"))
                .body("detail", containsString(school));
        facilitator
                .send(SCHOOL_PATH + "?correction=true", other)
                .statusCode(422)
                .body("code", equalTo("CORRECTION_REASON_MISSING"));
        facilitator
                .send(SCHOOL_PATH + "?correction=true&reason=misread", other)
                .statusCode(201)
                .body("details.revision", equalTo("2"));
        assertThat(
                        rows.texts(
                                "SELECT e.alpa FROM standing_line e"
                                        + " WHERE e.kpm_id = ? AND e.month = '2026-01-01'",
                                family.kpmId))
                .containsExactly("20");
        assertThat(rows.number("SELECT count(*) FROM evidence WHERE kpm_id = ?", family.kpmId))
                .isEqualTo(6);
        assertThat(
                        rows.texts(
                                "SELECT revision || ' ' || coalesce(correction_reason, '-') FROM service_point_form"
                                        + " WHERE point_code = ? ORDER BY revision",
                                school))
                .containsExactly("1 -", "2 misread");
    }

    @Test
    void a_correction_counts_what_is_as_before() {
        Family classmate = world.family(area + ".1001").pupil(school);
        world.register(classmate);
        String nik = classmate.first().nik();
        facilitator.send(
                SCHOOL_PATH,
                FormText.school(school, 2026, 1)
                        .pupilAlwaysThere(pupil)
                        .pupilAlwaysThere(nik)
                        .text());
        facilitator
                .send(
                        SCHOOL_PATH + "?correction=true&reason=misread",
                        FormText.school(school, 2026, 1)
                                .pupilAlwaysThere(pupil)
                                .pupilBelow(nik)
                                .text())
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(1));
    }

    @Test
    void nobody_corrects_away_people_outside_her_area() {
        Family elsewhere = world.family(World.newSubDistrict() + ".1001").pupil(school);
        world.register(elsewhere);
        Caller.administrator("*")
                .send(
                        SCHOOL_PATH,
                        FormText.school(school, 2026, 1)
                                .pupilAlwaysThere(pupil)
                                .pupilAlwaysThere(elsewhere.first().nik())
                                .text())
                .statusCode(201)
                .body("rows_applied", equalTo(2));
        facilitator
                .send(
                        SCHOOL_PATH + "?correction=true&reason=misread",
                        FormText.school(school, 2026, 1)
                                .pupilBelow(pupil)
                                .pupilBelow(elsewhere.first().nik())
                                .text())
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .body("rows_applied", equalTo(1))
                .body("rows_refused", equalTo(0))
                .body("details.rows_of_other_areas", equalTo("1"))
                .body("details.lines_of_other_areas", equalTo("7"));
        assertThat(daysOf(elsewhere)).containsExactly("0 20", "0 20", "0 20");
    }

    @Test
    void people_of_other_areas_are_added_when_someone_with_these_areas_sends_the_form() {
        Family elsewhere = world.family(World.newSubDistrict() + ".1001").pupil(school);
        world.register(elsewhere);
        String form =
                FormText.school(school, 2026, 1)
                        .pupilAlwaysThere(pupil)
                        .pupilAlwaysThere(elsewhere.first().nik())
                        .text();
        facilitator
                .send(SCHOOL_PATH, form)
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .body("rows_applied", equalTo(1))
                .body("refusals", hasSize(0))
                .body("details.rows_of_other_areas", equalTo("1"));
        assertThat(daysOf(elsewhere)).isEmpty();

        Caller.administrator("*")
                .send(SCHOOL_PATH, form)
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(1))
                .body("details.revision", equalTo("2"));
        assertThat(daysOf(elsewhere)).hasSize(3);
        facilitator
                .send(SCHOOL_PATH, form)
                .statusCode(200)
                .body("status", equalTo("ALREADY_RECEIVED"))
                .body("details.revision", equalTo("1"));
    }

    private List<String> daysOf(Family whose) {
        return rows.texts(
                "SELECT alpa || ' ' || jml FROM standing_line WHERE kpm_id = ? ORDER BY month",
                whose.kpmId);
    }

    @Test
    void rows_are_refused_one_by_one_and_named() {
        Family elsewhere = world.family(World.newSubDistrict() + ".1001").pupil(school);
        world.register(elsewhere);
        String form =
                FormText.school(school, 2026, 1)
                        .pupilAlwaysThere(pupil)
                        .pupilAlwaysThere(pupil)
                        .pupilAlwaysThere(elsewhere.first().nik())
                        .pupilAlwaysThere(Niks.next())
                        .pupilAlwaysThere(infant)
                        .pupil("123", "", "", "")
                        .text();
        facilitator
                .send(SCHOOL_PATH, form)
                .statusCode(201)
                .body("status", equalTo("PARTLY_APPLIED"))
                .body("rows_read", equalTo(6))
                .body("rows_applied", equalTo(1))
                .body("rows_refused", equalTo(4))
                .body("details.lines_of_other_areas", equalTo("8"))
                .body("refusals.findAll { it.line == 7 }.code", equalTo(List.of("ROW_TWICE")))
                .body("refusals.findAll { it.line == 8 }", hasSize(0))
                .body("refusals.findAll { it.line == 9 }.code", equalTo(List.of("MEMBER_UNKNOWN")))
                .body(
                        "refusals.findAll { it.line == 10 }.code",
                        equalTo(List.of("COMPONENT_IS_NOT_SCHOOL")))
                .body(
                        "refusals.findAll { it.line == 10 }.expected",
                        equalTo(List.of("SD, SMA, SMP")))
                .body("refusals.findAll { it.line == 11 }.code", equalTo(List.of("NIK_LENGTH")))
                .body("refusals[0].column", equalTo("nikSiswa"))
                .body("refusals[0].masked_value", not(containsString(pupil.substring(0, 10))));
    }

    @Test
    void a_form_of_which_every_row_is_refused_has_no_effect_and_can_be_sent_again() {
        String form = FormText.school(school, 2026, 1).pupilAlwaysThere(Niks.next()).text();
        facilitator.send(SCHOOL_PATH, form).statusCode(422).body("refusals", hasSize(1));
        assertThat(
                        rows.number(
                                "SELECT count(*) FROM service_point_form WHERE point_code = ?",
                                school))
                .isZero();
        facilitator
                .send(SCHOOL_PATH, FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text())
                .statusCode(201);
    }

    @Test
    void a_child_at_another_school_is_taken_in_and_marked() {
        String otherSchool = World.newSchool();
        facilitator
                .send(
                        SCHOOL_PATH,
                        FormText.school(otherSchool, 2026, 1).pupilAlwaysThere(pupil).text())
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("details.rows_with_other_school", equalTo("1"));
        assertThat(rows.texts("SELECT note FROM form_member WHERE kpm_id = ?", family.kpmId))
                .containsExactly("OTHER_SCHOOL");
    }

    @Test
    void refusals_speak_the_language_of_the_sender() {
        String form =
                FormText.school(school, 2026, 1)
                        .pupilAlwaysThere(pupil)
                        .text()
                        .replace("TW1 2026", "");
        facilitator
                .in("en")
                .send(SCHOOL_PATH, form)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:pkh:problem:FORM_QUARTER_MISSING"))
                .body("title", equalTo("The form does not name its quarter"));
        facilitator
                .in("id")
                .send(SCHOOL_PATH, form)
                .statusCode(422)
                .body("code", equalTo("FORM_QUARTER_MISSING"))
                .body("title", equalTo("Triwulan tidak tertulis"))
                .body("detail", containsString("TW1 2026"));
        String rows =
                FormText.school(school, 2026, 1)
                        .pupilAlwaysThere(pupil)
                        .pupil(Niks.next(), "3;0;0;17;50%", "", "")
                        .text();
        facilitator
                .in("id")
                .send(SCHOOL_PATH, rows)
                .body("refusals[0].code", equalTo("PERCENT_DISAGREES"))
                .body("refusals[0].expected", equalTo("85.00"))
                .body("refusals[0].message", containsString("tidak sesuai dengan jumlah hari"));
    }

    @Test
    void a_form_sent_to_the_wrong_place_is_refused_as_a_whole() {
        String health =
                FormText.health("P" + school, 2026, 1).patient(infant, "1", "1", "1").text();
        facilitator
                .send(SCHOOL_PATH, health)
                .statusCode(422)
                .body("code", equalTo("FORM_OF_OTHER_KIND"));
        facilitator
                .send(HEALTH_PATH, "a;b\n1;2\n")
                .statusCode(422)
                .body("code", equalTo("FORM_NOT_A_HEALTH_FORM"));
        facilitator
                .send(
                        HEALTH_PATH,
                        FormText.health("P" + school, 2026, 1).patient(pupil, "1", "1", "1").text())
                .statusCode(422)
                .body("refusals[0].code", equalTo("COMPONENT_IS_NOT_HEALTH"));
    }

    @Test
    void who_may_send_forms() {
        String form = FormText.school(school, 2026, 1).pupilAlwaysThere(pupil).text();
        RestAssured.given()
                .contentType("text/csv")
                .body(form)
                .post("/api/v1" + SCHOOL_PATH)
                .then()
                .statusCode(401);
        Caller.officer().send(SCHOOL_PATH, form).statusCode(403);
        Caller.auditor().send(HEALTH_PATH, form).statusCode(403);
        Caller.facilitator(World.newSubDistrict())
                .send(SCHOOL_PATH, form)
                .statusCode(422)
                .body("refusals[0].code", equalTo("MEMBER_UNKNOWN"));
        Caller.coordinator(area).send(SCHOOL_PATH, form).statusCode(201);
    }
}
