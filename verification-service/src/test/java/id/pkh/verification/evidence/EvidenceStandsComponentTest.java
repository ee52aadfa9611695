package id.pkh.verification.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.files.Workbooks;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.Niks;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read on a corrected form takes nothing away. */
@QuarkusTest
@OnLocalStack("verification")
class EvidenceStandsComponentTest {

    private static final String SCHOOL_PATH = "/sheets/school-attendance";
    private static final String CORRECTED = SCHOOL_PATH + "?correction=true&reason=misread";
    private static final String THERE = "0;0;0;20;100";

    @Inject World world;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private final String school = World.newSchool();
    private final Caller facilitator = Caller.facilitator(area);
    private Family family;
    private Family classmate;

    @BeforeEach
    void twoPupilsWhoWereThere() {
        family = world.family(area + ".1001").pupil(school);
        classmate = world.family(area + ".1001").pupil(school);
        world.register(family, classmate);
        facilitator
                .send(
                        SCHOOL_PATH,
                        form().pupilAlwaysThere(nik(family))
                                .pupilAlwaysThere(nik(classmate))
                                .text())
                .statusCode(201);
        close();
        assertResult(family, "MET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0;0;0;23 hari;100",
                "0;0;0;;100",
                "x;0;0;20;100",
                "10;10;10;10;",
                "0;0;0;20;50",
                "0;0;0;=A1+B1;100"
            })
    void a_mistyped_cell_leaves_the_month_as_it_was(String january) {
        correct(form().pupil(nik(family), january, THERE, "1;0;0;19;95").pupilBelow(nik(classmate)))
                .statusCode(201)
                .body("status", equalTo("PARTLY_APPLIED"))
                .body("rows_read", equalTo(2))
                .body("rows_applied", equalTo(2))
                .body("rows_refused", equalTo(0))
                .body("refusals.size()", equalTo(1))
                .body("refusals[0].line", equalTo(6));
        assertThat(daysOf(family)).containsExactly("0 20", "0 20", "1 19");
        assertResult(family, "MET");
        assertThat(world.standing(family.kpmId)).isEmpty();
        assertResult(classmate, "NOT_MET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\u200B", "17710845", "%sX", "1,77E+15", ""})
    void a_nik_that_cannot_be_read_leaves_the_person_as_she_was(String written) {
        correct(
                        form().pupil(written.formatted(nik(family)), "20;0;0;0;0", THERE, THERE)
                                .pupilBelow(nik(classmate)))
                .statusCode(201)
                .body("status", equalTo("PARTLY_APPLIED"))
                .body("rows_applied", equalTo(1))
                .body("rows_refused", equalTo(1));
        assertThat(daysOf(family)).containsExactly("0 20", "0 20", "0 20");
        assertResult(family, "MET");
    }

    @Test
    void a_person_who_is_left_out_or_blank_or_not_found_stays_as_she_was() {
        correct(form().pupilBelow(nik(classmate))).statusCode(201);
        assertResult(family, "MET");
        correct(form().pupil(nik(family), "", "", "").pupilAlwaysThere(nik(classmate)))
                .statusCode(201);
        assertResult(family, "MET");
        correct(form().pupilBelow(Niks.next()).pupilBelow(nik(classmate))).statusCode(201);
        assertThat(daysOf(family)).containsExactly("0 20", "0 20", "0 20");
        assertResult(family, "MET");
    }

    @Test
    void rows_that_contradict_each_other_leave_the_person_as_she_was() {
        correct(
                        form().pupilBelow(nik(family))
                                .pupil(nik(family), THERE, "1;0;0;19;95", THERE)
                                .pupilBelow(nik(classmate)))
                .statusCode(201)
                .body("rows_read", equalTo(3))
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(1))
                .body("rows_refused", equalTo(1))
                .body("refusals.code.unique()", equalTo(List.of("ROWS_CONTRADICT")))
                .body("refusals.line", equalTo(List.of(6, 6, 7, 7)));
        assertThat(daysOf(family)).containsExactly("0 20", "0 20", "0 20");
    }

    @Test
    void a_line_is_removed_by_name() {
        correct(form().pupil(nik(family), "HAPUS;;;;", "", ""))
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .body("rows_applied", equalTo(1));
        assertThat(daysOf(family)).containsExactly("0 20", "0 20");
        assertResult(family, "NOT_VERIFIED");
        correct(form().pupilAlwaysThere(nik(family))).statusCode(201);
        assertResult(family, "MET");
    }

    @Test
    void nothing_is_removed_without_a_correction() {
        facilitator
                .send(SCHOOL_PATH, form().pupil(nik(family), "HAPUS;;;;", THERE, THERE).text())
                .statusCode(201)
                .body("refusals[0].code", equalTo("DAYS_IMPOSSIBLE"));
        assertThat(daysOf(family)).containsExactly("0 20", "0 20", "0 20");
    }

    @Test
    void a_workbook_with_dates_for_months_and_a_merged_header_is_read() {
        String text =
                form().pupilBelow(nik(family))
                        .text()
                        .replace("JANUARI", "2026-01-01")
                        .replace("PEBRUARI", "Feb-26");
        List<List<String>> cells = text.lines().map(line -> List.of(line.split(";", -1))).toList();
        facilitator
                .request()
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body(Workbooks.xlsx(cells))
                .post("/api/v1" + CORRECTED)
                .then()
                .statusCode(201)
                .body("rows_applied", equalTo(1));
        assertResult(family, "NOT_MET");
    }

    /** A small model: a month changes only if the corrected form states it readably. */
    @Test
    void whatever_a_corrected_form_contains_only_what_can_be_read_changes() {
        List<Family> pupils = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pupils.add(world.family(area + ".1001").pupil(school));
        }
        world.register(pupils.toArray(Family[]::new));
        Map<String, String> model = new TreeMap<>();
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            FormText form = form();
            for (Family pupil : pupils) {
                if (random.nextInt(5) == 0) {
                    continue;
                }
                boolean isNikReadable = random.nextInt(6) > 0;
                String[] blocks = new String[3];
                for (int month = 0; month < blocks.length; month++) {
                    int present = 1 + random.nextInt(20);
                    int kind = random.nextInt(5);
                    String readable = "%d;0;0;%d;".formatted(20 - present, present);
                    blocks[month] =
                            switch (kind) {
                                case 0 -> "";
                                case 1 -> "0;0;0;%d hari;".formatted(present);
                                default -> readable;
                            };
                    if (kind > 1 && isNikReadable) {
                        model.put(
                                pupil.kpmId + " " + (month + 1),
                                "%d %d".formatted(20 - present, present));
                    }
                }
                form.pupil(isNikReadable ? nik(pupil) : nik(pupil) + "\u200B", blocks);
            }
            facilitator.send(CORRECTED, form.pupilAlwaysThere(nik(classmate)).text());
            assertThat(stands(pupils)).as("seed %d", seed).isEqualTo(model);
        }
    }

    private Map<String, String> stands(List<Family> pupils) {
        Map<String, String> stands = new TreeMap<>();
        for (Family pupil : pupils) {
            rows
                    .texts(
                            "SELECT extract(month FROM month)::int || '=' || alpa || ' ' || jml"
                                    + " FROM standing_line WHERE kpm_id = ?",
                            pupil.kpmId)
                    .stream()
                    .map(row -> row.split("="))
                    .forEach(row -> stands.put(pupil.kpmId + " " + row[0], row[1]));
        }
        return stands;
    }

    private FormText form() {
        return FormText.school(school, 2026, 1);
    }

    private static String nik(Family family) {
        return family.first().nik();
    }

    private ValidatableResponse correct(FormText form) {
        return facilitator.send(CORRECTED, form.text());
    }

    private List<String> daysOf(Family whose) {
        return rows.texts(
                "SELECT alpa || ' ' || jml FROM standing_line WHERE kpm_id = ? ORDER BY month",
                whose.kpmId);
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
