package id.pkh.verification.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** School forms whose rows are found by the NISN, or wait for a person. */
@QuarkusTest
@OnLocalStack("verification")
class UnmatchedPupilComponentTest {

    private static final String PATH = "/sheets/school-attendance";
    private static final String FULL = "0;0;0;20;100";
    private static final String ANI = "0161110001";
    private static final String BUDI = "0162220002";

    @Inject World world;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private final String near = area + ".1001";
    private final String far = area + ".1002";
    private final String school = World.newSchool();
    private final Caller sender = Caller.coordinator(area);
    private final Caller facilitator = Caller.facilitator(near);
    private Family ani;
    private Family budi;

    @BeforeEach
    void registerPupils() {
        ani = world.family(near).pupil(school, ANI);
        budi = world.family(far).pupil(school, BUDI);
        world.register(ani, budi);
    }

    private FormText form() {
        return FormText.school(school, 2026, 1);
    }

    private ValidatableResponse send(FormText form) {
        return sender.send(PATH, form.text());
    }

    private List<String> months(Family family) {
        return rows.texts(
                "SELECT month || ' ' || alpa || ' ' || jml FROM standing_line WHERE kpm_id = ? ORDER BY month",
                family.kpmId);
    }

    private String waiting(FormText form) {
        send(form)
                .body("refusals.code", hasItem("PUPIL_TO_SETTLE"))
                .body("details.rows_to_settle", equalTo("1"));
        return facilitator
                .get("/unmatched-pupils?state=OPEN&school=" + school)
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].row_id");
    }

    private static Map<String, Object> decision(Family family) {
        return Map.of("member_id", family.first().memberId(), "reason", "compared the cards");
    }

    private static ValidatableResponse settle(Caller by, String id, Map<String, Object> decision) {
        return by.post("/unmatched-pupils/" + id + "/settlement", decision);
    }

    private String aDigitOff(String digits) {
        return digits.substring(0, digits.length() - 1) + (digits.endsWith("9") ? "8" : "9");
    }

    @ParameterizedTest
    @CsvSource({"''", "1.77108E15", "177108", "3171011708450001"})
    void a_pupil_without_a_nik_that_names_her_is_found_by_the_nisn(String nik) {
        send(form().pupilByKeys(nik, ANI, FULL, FULL, FULL))
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .body("rows_applied", equalTo(1))
                .body("details.rows_by_nisn", equalTo("1"));
        assertThat(months(ani)).hasSize(3);
        assertThat(months(budi)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 161110001.0, NISN_INVALID",
        "'', 12345, NISN_INVALID",
        "'', 0169990009, MEMBER_UNKNOWN",
        "1.77108E15, 0169990009, NIK_NUMERIC_CELL",
        "'', '', NIK_LENGTH",
        "3171011708450001, 16.5, MEMBER_UNKNOWN"
    })
    void what_names_nobody_is_refused(String nik, String nisn, String code) {
        send(form().pupilByKeys(nik, nisn, FULL))
                .statusCode(422)
                .body("refusals.code", contains(code));
    }

    @Test
    void two_keys_that_disagree_wait_and_change_nothing() {
        send(form().pupilByKeys(ani.first().nik(), ANI, "1;0;0;19;95"));
        String id = waiting(form().pupilByKeys(ani.first().nik(), BUDI, FULL, FULL));
        assertThat(months(ani)).containsExactly("2026-01-01 1 19");
        assertThat(months(budi)).isEmpty();
        sender.get("/unmatched-pupils/" + id)
                .body("reason", equalTo("KEYS_DISAGREE"))
                .body("state", equalTo("OPEN"))
                .body("line", equalTo(6))
                .body("entries.month", contains("2026-01", "2026-02"))
                .body("candidates.nik", containsInAnyOrder("SAME", "OTHER"))
                .body("candidates.nisn", containsInAnyOrder("SAME", "OTHER"))
                .body("decision", nullValue());
        facilitator
                .get("/unmatched-pupils/" + id)
                .body("candidates.member_id", contains(ani.first().memberId().toString()));
        Caller.facilitator(World.newSubDistrict()).get("/unmatched-pupils/" + id).statusCode(404);
    }

    @Test
    void a_decision_counts_at_once_and_for_later_forms_until_it_is_taken_back() {
        String mistyped = aDigitOff(ANI);
        String id = waiting(form().pupilByKeys("", mistyped, FULL, FULL, FULL));
        facilitator
                .get("/my-work?kind=PUPIL_TO_SETTLE")
                .body("items.href", hasItem("/api/v1/unmatched-pupils/" + id));
        settle(facilitator, id, decision(ani))
                .statusCode(200)
                .body("state", equalTo("SETTLED"))
                .body("reason", equalTo("NEAR"))
                .body("decision.member_id", equalTo(ani.first().memberId().toString()));
        assertThat(months(ani)).hasSize(3);

        sender.send(
                        PATH,
                        FormText.school(school, 2026, 2)
                                .pupilByKeys("", mistyped, "1;0;0;19;95")
                                .text())
                .statusCode(201)
                .body("status", equalTo("APPLIED"));
        assertThat(months(ani)).hasSize(4).contains("2026-04-01 1 19");

        facilitator
                .post(
                        "/unmatched-pupils/" + id + "/settlement/withdrawal",
                        Map.of("reason", "it was her sister"))
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("decision.withdrawal_reason", equalTo("it was her sister"));
        assertThat(months(ani)).isEmpty();
        facilitator
                .post(
                        "/unmatched-pupils/" + id + "/settlement/withdrawal",
                        Map.of("reason", "again"))
                .statusCode(409)
                .body("code", equalTo("PUPIL_MATCH_ENDED"));
        assertThat(waiting(FormText.school(school, 2026, 3).pupilByKeys("", mistyped, FULL)))
                .isNotEqualTo(id);
    }

    @Test
    void a_decision_takes_no_other_line_of_the_sender_away() {
        String id = waiting(form().pupilByKeys("", aDigitOff(ANI), FULL, FULL));
        send(form().pupilByKeys(ani.first().nik(), ANI, "1;0;0;19;95")).statusCode(201);
        settle(facilitator, id, decision(ani)).statusCode(200);
        assertThat(months(ani)).containsExactly("2026-01-01 1 19", "2026-02-01 0 20");
        facilitator
                .post("/unmatched-pupils/" + id + "/settlement/withdrawal", Map.of("reason", "no"))
                .statusCode(200);
        assertThat(months(ani)).containsExactly("2026-01-01 1 19");
    }

    @Test
    void keys_of_nobody_are_remembered_as_well() {
        String id = waiting(form().pupilByKeys("", aDigitOff(ANI), FULL));
        settle(facilitator, id, Map.of("reason", "not in the programme")).statusCode(200);
        send(FormText.school(school, 2026, 2).pupilByKeys("", aDigitOff(ANI), FULL))
                .statusCode(422)
                .body("refusals.code", contains("MEMBER_UNKNOWN"));
        assertThat(months(ani)).isEmpty();
    }

    @Test
    void neither_the_sender_nor_somebody_of_other_areas_decides() {
        String id = waiting(form().pupilByKeys(ani.first().nik(), BUDI, FULL));
        settle(facilitator, id, decision(budi))
                .statusCode(422)
                .body("code", equalTo("PUPIL_NOT_A_CANDIDATE"));
        settle(facilitator, id, Map.of("reason", "nobody"))
                .statusCode(422)
                .body("code", equalTo("PUPIL_NOT_A_CANDIDATE"));
        settle(facilitator, id, Map.of("member_id", UUID.randomUUID(), "reason", "somebody"))
                .statusCode(422)
                .body("code", equalTo("PUPIL_NOT_A_CANDIDATE"));
        settle(sender, id, decision(ani)).statusCode(403);
        settle(Caller.facilitator(World.newSubDistrict()), id, decision(ani)).statusCode(404);
        settle(Caller.administrator(area), id, decision(budi)).statusCode(200);
        settle(facilitator, id, decision(ani))
                .statusCode(409)
                .body("code", equalTo("PUPIL_ROW_ENDED"));
        assertThat(months(budi)).hasSize(1);
    }

    @Test
    void the_sender_does_not_decide_about_her_own_row() {
        Caller administrator = Caller.administrator(area);
        administrator.send(PATH, form().pupilByKeys("", aDigitOff(ANI), FULL).text());
        String id =
                facilitator.read("/unmatched-pupils?school=" + school).getString("items[0].row_id");
        settle(administrator, id, decision(ani))
                .statusCode(409)
                .body("code", equalTo("SETTLED_BY_SENDER"));
        administrator
                .get("/my-work?kind=PUPIL_TO_SETTLE")
                .body("items.href", not(hasItem("/api/v1/unmatched-pupils/" + id)));
        assertThatThrownBy(
                        () ->
                                rows.change(
                                        "INSERT INTO pupil_match (row_id, point_code, nisn_token, reason, decided_by, decided_at)"
                                                + " SELECT row_id, point_code, nisn_token, 'x', sent_by, now()"
                                                + " FROM unmatched_pupil WHERE row_id = ?",
                                        UUID.fromString(id)))
                .hasMessageContaining("does not decide");
    }

    @Test
    void a_nisn_of_two_rows_or_two_pupils_is_not_guessed() {
        Family twin = world.family(near).pupil(school, ANI);
        world.register(twin);
        String id = waiting(form().pupilByKeys("", ANI, FULL));
        facilitator
                .get("/unmatched-pupils/" + id)
                .body("reason", equalTo("NISN_OF_SEVERAL"))
                .body("candidates", hasSize(2));
        send(FormText.school(school, 2026, 2)
                        .pupilByKeys("", BUDI, FULL)
                        .pupilByKeys("3171011708450001", BUDI, FULL))
                .statusCode(422)
                .body("refusals.code", contains("PUPIL_TO_SETTLE", "PUPIL_TO_SETTLE"))
                .body("refusals.expected", contains("NISN_TWICE", "NISN_TWICE"));
        assertThat(months(budi)).isEmpty();
    }

    @Test
    void a_pupil_who_is_on_the_form_already_is_not_counted_twice() {
        send(form().pupilByKeys(ani.first().nik(), "", FULL).pupilByKeys("", ANI, "20;0;0;0;0"))
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("refusals.expected", contains("PUPIL_TWICE"));
        assertThat(months(ani)).containsExactly("2026-01-01 0 20");
    }

    @Test
    void a_nisn_with_dropped_zeros_waits() {
        String id = waiting(form().pupilByKeys("", ANI.substring(1), FULL));
        facilitator
                .get("/unmatched-pupils/" + id)
                .body("candidates.nisn", contains("ZEROS_MISSING"));
    }

    @Test
    void a_pupil_of_another_school_is_not_found_by_the_nisn() {
        Family elsewhere = world.family(near).pupil(World.newSchool(), "0163330003");
        world.register(elsewhere);
        send(form().pupilByKeys("", "0163330003", FULL))
                .statusCode(422)
                .body("refusals.code", contains("MEMBER_UNKNOWN"));
    }

    @Test
    void a_pupil_of_other_areas_is_no_fault_and_not_shown() {
        facilitator
                .send(
                        PATH,
                        form().pupilByKeys(ani.first().nik(), ANI, FULL)
                                .pupilByKeys("", BUDI, FULL)
                                .text())
                .statusCode(201)
                .body("refusals", empty())
                .body("details.rows_of_other_areas", equalTo("1"));
        assertThat(months(budi)).isEmpty();
    }

    @Test
    void a_row_that_is_sent_again_replaces_the_one_that_waits() {
        String first = waiting(form().pupilByKeys("", aDigitOff(ANI), FULL));
        String second = waiting(form().pupilByKeys("", aDigitOff(ANI), FULL, FULL));
        assertThat(second).isNotEqualTo(first);
        facilitator.get("/unmatched-pupils/" + first).body("state", equalTo("ENDED"));
        settle(facilitator, first, decision(ani)).statusCode(409);
        settle(facilitator, second, decision(ani)).statusCode(200);
        assertThat(months(ani)).hasSize(2);
    }
}
