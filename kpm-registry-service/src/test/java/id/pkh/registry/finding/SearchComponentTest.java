package id.pkh.registry.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.dataupdate.DataUpdateApi;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.log.CapturedLog;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SearchComponentTest extends RegistryComponentTest {

    private static final String PURPOSE = "a mother without papers";

    @Inject IndexNames indexNames;

    private Workplace place;

    @BeforeEach
    void ownDistrict() {
        place = Workplace.another();
    }

    private static ValidatableResponse search(Caller caller, Map<String, ?> what) {
        Map<String, Object> request = new HashMap<>(what);
        request.put("purpose", PURPOSE);
        return caller.post("/person-searches", request);
    }

    private String family(int village, String name, String birthDate) {
        Map<String, Object> family = new HashMap<>();
        family.put("family_card", TestPeople.card());
        family.put("caretaker", Map.of("nik", TestPeople.woman(birthDate), "name", name));
        family.put("village_code", place.village(village));
        family.put("participating_since", "2025-01-01");
        family.put("members", List.of());
        return place.administrator().post("/kpm", family).statusCode(201).extract().path("kpm_id");
    }

    @Test
    void aPersonIsFoundByANearNameAndANearBirthDateWithTheReasons() {
        String same = family(1, "Hj. Siti Djamilah", "1985-03-02");
        String near = family(2, "Sity Yamila", "1985-02-03");
        family(1, "Dewi Lestari", "1985-03-02");

        search(
                        place.administrator(),
                        Map.of(
                                "name", "SITI JAMILAH",
                                "birth_date", "1985-03-02",
                                "area_code", place.village(1)))
                .statusCode(200)
                .body("items.kpm_id", contains(same, near))
                .body("items[0].points", equalTo(100))
                .body("items[0].exact_parts", equalTo(2))
                .body("items[0].birth", equalTo("SAME"))
                .body("items[0].place", equalTo("SAME"))
                .body("items[0].name", equalTo("Hj. Siti Djamilah"))
                .body("items[0].is_caretaker", equalTo(true))
                .body("items[1].near_parts", equalTo(2))
                .body("items[1].birth", equalTo("DAY_MONTH_EXCHANGED"))
                .body("items[1].place", equalTo("NEIGHBOUR"))
                .body("has_more", equalTo(false));
    }

    @Test
    void aYearNarrowsAnArea() {
        String young = family(1, "Sukarmi", "1990-01-05");
        String old = family(3, "Sukarmi", "1950-01-05");
        search(
                        place.administrator(),
                        Map.of(
                                "name",
                                "Soekarmi",
                                "birth_year",
                                1990,
                                "area_code",
                                place.subDistrict()))
                .statusCode(200)
                .body("items.kpm_id", hasItem(young))
                .body("items.kpm_id", contains(young, old))
                .body("items[1].birth", equalTo("OTHER"));
    }

    @Test
    void nobodyIsFoundOutsideTheAreasAndNamesAreForThoseWhoSeeThem() {
        String kpm = family(1, "Siti Rahasia", "1985-03-02");
        Map<String, String> what = Map.of("name", "Siti Rahasia", "birth_date", "1985-03-02");
        search(Caller.facilitator(place.village(2)), what)
                .statusCode(200)
                .body("items", hasSize(0));
        search(Caller.officer(), what)
                .statusCode(200)
                .body("items.kpm_id", hasItem(kpm))
                .body("items.name", not(hasItem("Siti Rahasia")))
                .body("items.find { it.kpm_id == '" + kpm + "' }.birth_date", equalTo(null));
        search(Caller.externalSystem(), what).statusCode(403);
    }

    @Test
    void aSearchIsLoggedAndTheNameIsNowhere() {
        String kpm = family(1, "Zubaedah Rahasiawati", "1985-03-02");
        try (CapturedLog log = CapturedLog.ofEverything()) {
            search(
                            Caller.named("searching-1", Roles.FACILITATOR, place.village(1)),
                            Map.of("name", "Zubaedah Rahasiawati", "area_code", place.village(1)))
                    .statusCode(200)
                    .body("items.kpm_id", contains(kpm));
            assertThat(
                            tables.text(
                                    "SELECT key_kind || ' ' || purpose || ' ' || families::text FROM look_up"
                                            + " WHERE caller = 'searching-1'"))
                    .isEqualTo("NAME " + PURPOSE + " {" + kpm + "}");
            assertThat(
                            tables.text(
                                    "SELECT fields || ' ' || area_code FROM read_log"
                                            + " WHERE reader = 'searching-1'"))
                    .isEqualTo("look_up:name " + place.village(1));
            assertThat(
                            log.text().toUpperCase()
                                    + tables.text(
                                            "SELECT string_agg(t::text, ' ') FROM person_name_index t")
                                    + tables.text("SELECT string_agg(t::text, ' ') FROM look_up t"))
                    .doesNotContain("ZUBAEDAH", "RAHASIAWATI", "SBDH");
        }
    }

    @Test
    void aFamilyThatMovesAndAPersonWhoJoinsAreFoundAtOnce() {
        String kpm = family(1, "Sulistyowati", "1985-03-02");
        Workplace there = Workplace.another();
        Caller administrator = Caller.as(Roles.DATA_ADMINISTRATOR, "17");
        administrator
                .post(
                        "/kpm/" + kpm + "/moves",
                        Map.of("village_code", there.village(1), "effective_on", "2026-01-05"))
                .statusCode(200);
        administrator
                .post(
                        "/kpm/" + kpm + "/members",
                        Map.of(
                                "member",
                                Map.of(
                                        "nik", TestPeople.man("2016-05-10"),
                                        "name", "Bagaskara",
                                        "birth_date", "2016-05-10",
                                        "component", "SD",
                                        "component_since", "2025-07-14")))
                .statusCode(201);

        search(administrator, Map.of("name", "Sulistiowati", "area_code", there.village(1)))
                .statusCode(200)
                .body("items.kpm_id", contains(kpm));
        search(administrator, Map.of("name", "Sulistiowati", "area_code", place.village(1)))
                .statusCode(200)
                .body("items", hasSize(0));
        search(administrator, Map.of("name", "Bagaskara", "birth_date", "2016-10-05"))
                .statusCode(200)
                .body("items.kpm_id", contains(kpm));
    }

    @Test
    void aCorrectedNameIsFoundAndTheFormerOneIsNot() {
        String kpm = family(1, "Wagiyem", "1961-03-02");
        UUID caretaker =
                UUID.fromString(
                        place.administrator().read("/kpm/" + kpm).getString("caretaker.member_id"));
        String update =
                DataUpdateApi.submit(
                                place.coordinator(),
                                UUID.fromString(kpm),
                                Map.of(
                                        "kind", "PERSON_CORRECTED",
                                        "member_id", caretaker,
                                        "effective_on", "2026-01-05",
                                        "name", "Tukinah"))
                        .statusCode(201)
                        .extract()
                        .path("update_id");
        place.administrator()
                .post("/data-updates/" + update + "/acceptance", Map.of("revision", 1))
                .statusCode(200);

        search(place.administrator(), Map.of("name", "Toekinah", "area_code", place.village(1)))
                .statusCode(200)
                .body("items.kpm_id", contains(kpm));
        search(place.administrator(), Map.of("name", "Wagiyem", "area_code", place.village(1)))
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void whoWasOnRecordBeforeTheIndexIsIndexedByAJob() {
        String kpm = family(1, "Mursiyem", "1961-03-02");
        tables.execute(
                "DELETE FROM person_name_index i USING family_member m"
                        + " WHERE m.id = i.member_id AND m.kpm_id = ?::uuid",
                kpm);
        Map<String, String> what = Map.of("name", "Mursiyem", "area_code", place.village(1));
        search(place.administrator(), what).statusCode(200).body("items", hasSize(0));

        QuarkusTransaction.requiringNew().run(indexNames::plan);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                search(place.administrator(), what)
                                        .statusCode(200)
                                        .body("items.kpm_id", contains(kpm)));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"name\":\"Siti Aminah\",\"purpose\":\"x y\"}', 400, SEARCH_TOO_WIDE",
        "'{\"name\":\"Siti Aminah\",\"birth_year\":1985,\"purpose\":\"x y\"}', 400, SEARCH_TOO_WIDE",
        "'{\"name\":\"A\",\"area_code\":\"17.71.08\",\"purpose\":\"x y\"}', 422, SEARCH_NAME_TOO_SHORT",
        "'{\"name\":\"H. A. B\",\"area_code\":\"17.71.08\",\"purpose\":\"x y\"}', 422, SEARCH_NAME_TOO_SHORT",
        "'{\"name\":\"Siti\",\"area_code\":\"17.71\",\"purpose\":\"x y\"}', 422, SEARCH_AREA_INVALID",
        "'{\"name\":\"Siti\",\"area_code\":\"Sungai\",\"purpose\":\"x y\"}', 422, SEARCH_AREA_INVALID",
        "'{\"name\":\"Siti\",\"birth_date\":\"1985-03-02\",\"birth_year\":1985,\"purpose\":\"x y\"}', 422, SEARCH_BIRTH_TWICE",
        "'{\"name\":\"Siti\",\"birth_date\":\"1985-03-02\"}', 400, PURPOSE_REQUIRED",
        "'{\"name\":\"1771084203850001\",\"birth_date\":\"1985-03-02\",\"purpose\":\"x y\"}', 422, TEXT_HAS_LONG_NUMBER",
    })
    void aSearchThatSelectsEverybodyIsRefused(String body, int status, String code) {
        place.administrator()
                .post("/person-searches", body)
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @Test
    void aCallerSearchesSoOftenAndNoMore() {
        Caller tireless = Caller.named("tireless-1", Roles.FACILITATOR, place.village(4));
        Map<String, String> what = Map.of("name", "Siti", "area_code", place.village(4));
        for (int i = 0; i < 200; i++) {
            search(tireless, what).statusCode(200);
        }
        search(tireless, what)
                .statusCode(429)
                .body("code", equalTo("LOOK_UP_LIMIT_REACHED"))
                .body("limit", equalTo(200));
    }
}
