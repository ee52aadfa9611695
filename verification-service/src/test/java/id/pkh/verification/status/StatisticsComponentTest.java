package id.pkh.verification.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.localstack.OnLocalStack;
import id.pkh.localstack.TestTokens;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published about a quarter, and that it is what the lists add up to. */
@QuarkusTest
@OnLocalStack("verification")
class StatisticsComponentTest {

    private static final String QUARTER = "2026-Q2";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject World world;
    @Inject Rows rows;

    private final String area = World.newSubDistrict();
    private final Caller system = Caller.externalSystem();

    @Test
    void small_numbers_are_hidden_and_what_is_counted_is_what_the_lists_add_up_to() {
        String school = World.newSchool();
        List<Family> first = families(area + ".1001", 13, school);
        List<Family> second = families(area + ".1002", 14, school);
        world.register(Stream.concat(first.stream(), second.stream()).toArray(Family[]::new));
        FormText form = FormText.school(school, 2026, 2);
        // two of the first village and six of the second were there too little
        first.subList(0, 2).forEach(family -> form.pupilBelow(family.first().nik()));
        first.subList(2, 13).forEach(family -> form.pupilAlwaysThere(family.first().nik()));
        second.subList(0, 6).forEach(family -> form.pupilBelow(family.first().nik()));
        second.subList(6, 14).forEach(family -> form.pupilAlwaysThere(family.first().nik()));
        Caller.facilitator(area).send("/sheets/school-attendance", form.text()).statusCode(201);
        Caller.administrator(area)
                .post("/quarter-closings", Map.of("quarter", QUARTER, "area_code", area))
                .statusCode(201);

        make();

        assertThat(counted()).isEqualTo(listed()).containsEntry(area + ".1001 WARNED", 2L);
        JsonPath found = system.read("/statistics/" + QUARTER + "?area=" + area);
        assertThat(found.getInt("threshold")).isEqualTo(5);
        assertThat(found.getList("areas.area_code"))
                .containsExactly(area, area + ".1001", area + ".1002");
        assertThat(found.getList("areas.families")).containsExactly(27, 13, 14);
        // the small number, and whichever of the two would show it by a subtraction
        assertThat(warned(found, area + ".1001")).isNull();
        assertThat(Arrays.asList(warned(found, area), warned(found, area + ".1002")))
                .containsNull();
        assertThat(
                        system.get("/statistics/" + QUARTER + "/csv?area=" + area)
                                .statusCode(200)
                                .extract()
                                .asString())
                .contains(QUARTER + ";" + area + ".1001;TOTAL;13\r\n")
                .contains(QUARTER + ";" + area + ".1001;WARNED;\r\n");
        assertThat(rows.number("SELECT count(*) FROM published_count WHERE families < 5")).isZero();
    }

    @Test
    void needs_the_scope_and_a_quarter_that_was_counted() {
        system.get("/statistics/2019-Q1")
                .statusCode(404)
                .body("code", equalTo("STATISTICS_NOT_MADE"));
        Caller.withToken(
                        TestTokens.withClaims(
                                List.of("EXTERNAL_SYSTEM"), Map.of("scope", "\"dci.social\"")))
                .get("/statistics/" + QUARTER)
                .statusCode(403)
                .body("code", equalTo("CLIENT_SCOPE_MISSING"));
        system.get("/statistics/" + QUARTER + "?area=1").statusCode(422);
        Caller.officer().post("/statistics/2026-07/counts").statusCode(400);
        Caller.auditor().post("/statistics/" + QUARTER + "/counts").statusCode(403);
    }

    @Test
    void the_threshold_is_changed_by_two_people_before_its_first_day() {
        Caller first = Caller.officer("officer-17");
        Caller second = Caller.approver("approver-17");
        first.post("/policy-versions/statistics-thresholds", threshold(2)).statusCode(400);
        first.post("/policy-versions/statistics-thresholds", threshold(101)).statusCode(400);
        var entered =
                first.post("/policy-versions/statistics-thresholds", threshold(10))
                        .statusCode(201)
                        .body("kind", equalTo("STATISTICS_THRESHOLD"))
                        .extract();
        String version = "/policy-versions/" + entered.path("version_id");
        Map<String, Object> named = Map.of("sha256", entered.<String>path("sha256"));

        first.post(version + "/approval", named).statusCode(409);
        assertThat(thresholds()).containsExactly("STATISTICS-2018 5");
        second.post(version + "/approval", named).statusCode(200);
        assertThat(thresholds()).containsExactly("STATISTICS-2018 5", "STATISTICS-2048 10");

        first.post(
                        version + "/revocation-proposal",
                        Map.of(
                                "sha256",
                                entered.<String>path("sha256"),
                                "reason",
                                "the end of a test"))
                .statusCode(200);
        second.post(version + "/revocation", named).statusCode(200);
        assertThat(thresholds()).containsExactly("STATISTICS-2018 5");
    }

    private static Map<String, Object> threshold(int families) {
        return Map.of(
                "policy_code",
                "STATISTICS-2048",
                "valid_from",
                "2048-01-01",
                "legal_basis",
                "Decree of the minister 14/2047",
                "threshold",
                families);
    }

    private List<String> thresholds() {
        List<String> found = new ArrayList<>();
        rows.read(
                "SELECT policy_code, threshold FROM statistics_threshold ORDER BY valid_from",
                row -> found.add(row.getString(1) + " " + row.getInt(2)));
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO statistics_threshold VALUES ('ALONE', '2048-02-01', 3, 'x') | two people",
                "UPDATE statistics_threshold SET threshold = 3                           | two people",
                "DELETE FROM statistics_threshold                                        | two people",
                "UPDATE published_period SET threshold = threshold + 1                   | keeps the threshold",
                "DELETE FROM published_period                                            | keeps the threshold"
            })
    void the_database_refuses_a_threshold_of_one_person(String sql, String reason) {
        rows.execute(
                "INSERT INTO published_period VALUES ('2019-Q4', 5, now()) ON CONFLICT DO NOTHING");

        assertThatThrownBy(() -> rows.change(sql)).hasStackTraceContaining(reason);
    }

    private static Object warned(JsonPath found, String area) {
        return found.get(
                "areas.find { it.area_code == '%s' }.statuses.find { it.status == 'WARNED' }.families"
                        .formatted(area));
    }

    private List<Family> families(String village, int number, String school) {
        return Stream.generate(() -> world.family(village).pupil(school)).limit(number).toList();
    }

    private void make() {
        String job =
                Caller.officer()
                        .post("/statistics/" + QUARTER + "/counts")
                        .statusCode(202)
                        .extract()
                        .path("job_id");
        await().atMost(PATIENCE)
                .until(
                        () ->
                                rows.number(
                                                "SELECT count(*) FROM job WHERE job_id = ?::uuid AND status = 'DONE'",
                                                job)
                                        == 1);
    }

    private Map<String, Long> counted() {
        Map<String, Long> found = new TreeMap<>();
        rows.read(
                "SELECT village_code, status, families FROM statistic_count"
                        + " WHERE period = ? AND village_code LIKE ?",
                row -> found.put(row.getString(1) + " " + row.getString(2), row.getLong(3)),
                QUARTER,
                area + "%");
        return found;
    }

    private Map<String, Long> listed() {
        String path =
                "/compliance-status?period=" + QUARTER + "&purpose=adding up&limit=10&area=" + area;
        List<Map<String, Object>> items = new ArrayList<>();
        JsonPath page = system.read(path);
        items.addAll(page.getList("items"));
        while (page.getString("next") != null) {
            page = system.read(path + "&after={after}", page.getString("next"));
            items.addAll(page.getList("items"));
        }
        Map<String, Long> found = new TreeMap<>();
        items.forEach(
                item ->
                        found.merge(
                                item.get("village_code") + " " + item.get("status"),
                                1L,
                                Long::sum));
        return found;
    }
}
