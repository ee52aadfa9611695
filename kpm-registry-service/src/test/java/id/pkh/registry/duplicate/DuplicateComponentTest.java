package id.pkh.registry.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
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
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Families that may be the same one, from the comparison to what an administrator says. */
@QuarkusTest
class DuplicateComponentTest extends RegistryComponentTest {

    /** A village of the decree, in another province. */
    private static final String FAR = "11.01.01.2001";

    @Inject CompareFamilies compareFamilies;
    @Inject CompareChanged compareChanged;
    @Inject CompareEveryFamily compareEveryFamily;

    private Workplace place;
    private Workplace neighbour;
    private Caller administrator;

    @BeforeEach
    void twoDistricts() {
        place = Workplace.another();
        neighbour = Workplace.another();
        administrator = place.administrator();
        // those of other tests: they would only take time
        tables.execute("DELETE FROM kpm_to_compare");
    }

    private static UUID family(Workplace where, String name, String nik, Map<String, ?> more) {
        Map<String, Object> family = new HashMap<>();
        family.put("family_card", TestPeople.card());
        family.put("caretaker", Map.of("nik", nik, "name", name));
        family.put("village_code", where.village(1));
        family.put("participating_since", "2025-01-01");
        family.put("members", List.of());
        family.putAll(more);
        return UUID.fromString(
                where.administrator()
                        .post("/kpm", family)
                        .statusCode(201)
                        .extract()
                        .path("kpm_id"));
    }

    private UUID family(Workplace where, String name, String birthDate) {
        return family(where, name, TestPeople.woman(birthDate), Map.of());
    }

    private ValidatableResponse pairsOf(UUID family, Caller who) {
        compareFamilies.handle(List.of(family));
        return who.get("/duplicates?kpm_id=" + family).statusCode(200);
    }

    private String pair(UUID family, Caller who) {
        return pairsOf(family, who).body("items", hasSize(1)).extract().path("items[0].pair_id");
    }

    private static ValidatableResponse act(Caller who, String pair, String act, int version) {
        Map<String, Object> body = new HashMap<>(Map.of("version", version));
        if (act.equals("distinction")) {
            body.put("reason", "RELATIVES");
        }
        return who.post("/duplicates/" + pair + "/" + act, body);
    }

    @Test
    void aNearNameWithTheSameBirthDateIsOnePairWithTheReasonsAndNothingPersonal() {
        UUID one = family(place, "Hj. Siti Djamilah", "1985-03-02");
        UUID other = family(place, "Sity Jamila", "1985-03-02");
        family(place, "Dewi Lestari", "1985-03-02");
        family(place, "Siti Jamilah", "1971-08-09");

        String answer =
                pairsOf(one, administrator)
                        .body("items", hasSize(1))
                        .body(
                                "items[0].families.kpm_id",
                                containsInAnyOrder(one.toString(), other.toString()))
                        .body("items[0].matches.name", equalTo(List.of("WHOLE")))
                        .body("items[0].matches.birth", equalTo(List.of("SAME")))
                        .body("items[0].matches.distance", equalTo(List.of("VILLAGE")))
                        .body("items[0].same_account", equalTo(false))
                        .body("items[0].state", equalTo("OPEN"))
                        .body("items[0].history", nullValue())
                        .extract()
                        .asString();
        assertThat(answer.toUpperCase()).doesNotContain("JAMIL", "1985");
        assertThat(answer).doesNotContainPattern("[0-9]{14}");

        // from the other side it is the same pair, and comparing again changes nothing
        String id = pair(other, administrator);
        assertThat(pair(one, administrator)).isEqualTo(id);
        administrator
                .get("/duplicates/" + id)
                .body("version", equalTo(1))
                .body("history.acted_by", equalTo(List.of("system")));
    }

    @Test
    void aNikOneDigitApartIsFoundInAnotherRegencyIfTheNameIsAlike() {
        String nik = TestPeople.woman("1985-03-02");
        String mistyped = nik.substring(0, 15) + (nik.charAt(15) == '9' ? '1' : '9');
        UUID one = family(place, "Sulistyowati", nik, Map.of());
        UUID other = family(neighbour, "Sulistiowati", mistyped, Map.of());
        UUID stranger = family(neighbour, "Bunga Citra", exchanged(nik), Map.of());
        tables.execute("UPDATE kpm SET village_code = ? WHERE id IN (?, ?)", FAR, other, stranger);

        pairsOf(one, administrator)
                .body("items", hasSize(1))
                .body("items[0].families.kpm_id", hasItem(other.toString()))
                .body("items[0].families.kpm_id", not(hasItem(stranger.toString())))
                .body("items[0].matches.nik", equalTo(List.of("ONE_DIGIT")))
                .body("items[0].matches.distance", equalTo(List.of("ELSEWHERE")));
        Caller.administrator(FAR).get("/duplicates?kpm_id=" + other).body("items", hasSize(1));
    }

    /** The last two digits that differ have changed places. */
    private static String exchanged(String nik) {
        return IntStream.iterate(15, i -> i > 12, i -> i - 1)
                .filter(i -> nik.charAt(i) != nik.charAt(i - 1))
                .mapToObj(
                        i ->
                                nik.substring(0, i - 1)
                                        + nik.charAt(i)
                                        + nik.charAt(i - 1)
                                        + nik.substring(i + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneAccountOrOnePupilNumberInTwoFamiliesIsSuspected() {
        String account = TestPeople.account();
        Map<String, String> paid = Map.of("paying_bank", "BRI", "account_number", account);
        UUID one = family(place, "Sukarmi", TestPeople.woman("1961-01-05"), paid);
        UUID other = family(neighbour, "Wagiyem", TestPeople.woman("1970-02-06"), paid);
        pairsOf(one, administrator)
                .body("items", hasSize(1))
                .body("items[0].same_account", equalTo(true))
                .body("items[0].matches", hasSize(0))
                .body("items[0].families.kpm_id", hasItem(other.toString()));

        UUID third = family(place, "Tukinah", "1981-01-05");
        UUID fourth = family(place, "Rusmiati", "1982-01-05");
        String pupil = TestPeople.account().substring(2);
        child(third, "Bagas", "2014-05-10", pupil);
        child(fourth, "Bayu", "2015-06-11", pupil);
        pairsOf(third, administrator)
                .body("items", hasSize(1))
                .body("items[0].matches.same_pupil_number", equalTo(List.of(true)));
    }

    private void child(UUID family, String name, String birthDate, String nisn) {
        administrator
                .post(
                        "/kpm/" + family + "/members",
                        Map.of(
                                "member",
                                Map.of(
                                        "nik",
                                        TestPeople.man(birthDate),
                                        "name",
                                        name,
                                        "birth_date",
                                        birthDate,
                                        "component",
                                        "SD",
                                        "nisn",
                                        nisn,
                                        "component_since",
                                        "2025-07-14")))
                .statusCode(201);
    }

    @Test
    void whatIsNotTheSameStaysSoUntilAFactChanges() {
        UUID one = family(place, "Kartini Rahayu", "1985-03-02");
        UUID other = family(place, "Kartini Rahaju", "1985-03-02");
        String pair = pair(one, administrator);
        administrator
                .get("/my-work?village=" + place.village(1))
                .body("items.kind", hasItem("DUPLICATE_TO_DECIDE"));

        act(administrator, pair, "distinction", 1)
                .statusCode(200)
                .body("state", equalTo("NOT_THE_SAME"))
                .body("reason", equalTo("RELATIVES"))
                .body("history.state", equalTo(List.of("OPEN", "NOT_THE_SAME")));
        administrator
                .get("/my-work?village=" + place.village(1))
                .body("items.kind", not(hasItem("DUPLICATE_TO_DECIDE")));
        pairsOf(other, administrator).body("items.state", equalTo(List.of("NOT_THE_SAME")));
        act(administrator, pair, "distinction", 2)
                .statusCode(409)
                .body("code", equalTo("DUPLICATE_NOT_IN_STATE"));
        act(administrator, pair, "reopening", 1)
                .statusCode(409)
                .body("code", equalTo("DUPLICATE_VERSION_DIFFERS"));
        act(administrator, pair, "reopening", 2).statusCode(200).body("state", equalTo("OPEN"));
        act(administrator, pair, "distinction", 3).statusCode(200);

        child(one, "Arkan Wibisono", "2013-03-09", TestPeople.account().substring(2));
        pairsOf(one, administrator).body("items.state", equalTo(List.of("NOT_THE_SAME")));
        child(other, "Arkan Wibisono", "2013-03-09", TestPeople.account().substring(2));
        pairsOf(one, administrator)
                .body("items.state", equalTo(List.of("OPEN")))
                .body("items[0].matches", hasSize(2))
                .body("items[0].version", equalTo(5));
    }

    @Test
    void aPairOfFamiliesOfWhichOneLeftIsNoLongerOpen() {
        UUID one = family(place, "Sumiyati Dewi", "1985-03-02");
        UUID other = family(place, "Sumiati Dewi", "1985-03-02");
        String pair = pair(one, administrator);
        leaves(other, Measure.MOVE);

        pairsOf(one, administrator)
                .body("items.state", equalTo(List.of("NO_LONGER_ALIKE")))
                .body("items[0].pair_id", equalTo(pair));
        act(administrator, pair, "distinction", 2).statusCode(409);
    }

    @Test
    void bothAreasSeeAPairAndNobodyElse() {
        UUID one = family(place, "Zubaidah Hanum", "1985-03-02");
        UUID other = family(neighbour, "Zubaidah Hanum", "1985-03-02");
        String pair = pair(one, administrator);
        for (Caller seeing :
                List.of(
                        neighbour.administrator(),
                        Caller.as(Roles.MINISTRY_OFFICER, place.subDistrict()),
                        Caller.as(Roles.AUDITOR, neighbour.subDistrict()))) {
            seeing.get("/duplicates/" + pair).statusCode(200);
            seeing.get("/duplicates?state=OPEN&village=17.71").body("items", hasSize(0));
        }
        Caller elsewhere = Workplace.another().administrator();
        elsewhere.get("/duplicates/" + pair).statusCode(404);
        elsewhere.get("/duplicates?kpm_id=" + other).body("items", hasSize(0));
        act(elsewhere, pair, "distinction", 1).statusCode(404);
        act(place.coordinator(), pair, "distinction", 1).statusCode(403);
        place.coordinator().get("/duplicates").statusCode(403);
        elsewhere.get("/my-work").body("items.kind", not(hasItem("DUPLICATE_TO_DECIDE")));
        act(neighbour.administrator(), pair, "distinction", 1).statusCode(200);
    }

    @Test
    void ofTwoAdministratorsAtTheSameMomentOneDecides() {
        UUID one = family(place, "Halimah Tusadiah", "1985-03-02");
        family(place, "Halimah Tusadiyah", "1985-03-02");
        String pair = pair(one, administrator);
        List<Integer> statuses =
                Stream.of("administrator-a", "administrator-b")
                        .map(
                                name ->
                                        Caller.named(
                                                name,
                                                Roles.DATA_ADMINISTRATOR,
                                                place.subDistrict()))
                        .map(
                                who ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        act(who, pair, "distinction", 1)
                                                                .extract()
                                                                .statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(200, 409);
    }

    @Test
    void aChangeIsComparedSoonAndTheListIsReadPageByPage() {
        UUID one = family(place, "Rodiah Mutmainah", "1985-03-02");
        for (int i = 0; i < 3; i++) {
            family(place, "Rodiah Mutmainnah", "1985-03-02");
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            compareChanged.run();
                            return tables.number("SELECT count(*) FROM kpm_to_compare") == 0;
                        });
        ValidatableResponse first =
                administrator
                        .get("/duplicates?limit=4&village=" + place.village(1))
                        .body("items", hasSize(4));
        administrator
                .get(
                        "/duplicates?limit=4&village="
                                + place.village(1)
                                + "&after="
                                + first.extract().path("next"))
                .body("items", hasSize(2))
                .body("next", nullValue());
        administrator.get("/duplicates?kpm_id=" + one).body("items", hasSize(3));
    }

    @Test
    void aFamilyThatCannotBeComparedHoldsUpNobody() {
        UUID broken = family(place, "Nurhaliza Mawaddah", "1985-03-02");
        UUID one = family(place, "Rosmalinda Hapsari", "1985-03-02");
        family(place, "Rosmalinda Hapsary", "1985-03-02");
        tables.execute(
                "UPDATE family_member SET nik_cipher = ''::bytea || nik_token::bytea"
                        + " WHERE kpm_id = ?",
                broken);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> {
                                compareChanged.run();
                                return tables.number("SELECT count(*) FROM kpm_to_compare") == 0;
                            });
            administrator.get("/duplicates?kpm_id=" + one).body("items", hasSize(1));
            assertThat(
                            tables.number(
                                    "SELECT count(*) FROM family_not_compared WHERE kpm_id = ?",
                                    broken))
                    .isEqualTo(1);
        } finally {
            tables.execute(
                    "UPDATE family_member SET died_on = current_date WHERE kpm_id = ?", broken);
        }
    }

    @Test
    void theJobComparesEveryFamily() {
        UUID one = family(place, "Maimunah Salsabila", "1985-03-02");
        family(place, "Maimunah Salsabilah", "1985-03-02");
        UUID job = QuarkusTransaction.requiringNew().call(() -> compareEveryFamily.plan());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                tables.text("SELECT status FROM job WHERE job_id = ?", job)
                                        .equals("DONE"));
        administrator.get("/duplicates?kpm_id=" + one).body("items", hasSize(1));
    }

    @Test
    void theDatabaseKeepsAPairAsItIs() {
        UUID one = family(place, "Aisyah Fadilah", "1985-03-02");
        family(place, "Aisyah Fadila", "1985-03-02");
        UUID pair = UUID.fromString(pair(one, administrator));
        refused(
                "duplicate_pair_in_order",
                "INSERT INTO duplicate_pair SELECT gen_random_uuid(), second_kpm, first_kpm,"
                        + " same_account, points, facts, state, version, reason, found_at"
                        + " FROM duplicate_pair WHERE pair_id = ?",
                pair);
        refused(
                "duplicate_pair_decided",
                "UPDATE duplicate_pair SET state = 'NOT_THE_SAME', version = 2 WHERE pair_id = ?",
                pair);
        refused(
                "stays the same pair",
                "UPDATE duplicate_pair SET points = 1 WHERE pair_id = ?",
                pair);
        refused("append-only", "DELETE FROM duplicate_pair WHERE pair_id = ?", pair);
        refused("append-only", "DELETE FROM duplicate_act WHERE pair_id = ?", pair);
    }

    private void refused(String why, String sql, UUID pair) {
        assertThatThrownBy(() -> tables.execute(sql, pair)).hasStackTraceContaining(why);
    }
}
