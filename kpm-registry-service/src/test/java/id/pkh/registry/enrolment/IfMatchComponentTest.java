package id.pkh.registry.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IfMatchComponentTest extends RegistryComponentTest {

    private Workplace place;
    private String kpm;

    @BeforeEach
    void aFamily() {
        place = Workplace.another();
        kpm =
                place.administrator()
                        .post(
                                "/kpm",
                                Map.of(
                                        "family_card", TestPeople.card(),
                                        "caretaker",
                                                Map.of(
                                                        "nik",
                                                        TestPeople.woman("1985-03-02"),
                                                        "name",
                                                        "Siti Aminah"),
                                        "village_code", place.village(1),
                                        "participating_since", "2025-01-01",
                                        "members", List.of()))
                        .statusCode(201)
                        .header("ETag", "\"1\"")
                        .extract()
                        .path("kpm_id");
    }

    private ValidatableResponse move(Caller caller, int village) {
        return caller.post(
                "/kpm/" + kpm + "/moves",
                Map.of("village_code", place.village(village), "effective_on", "2026-01-05"));
    }

    @Test
    void whoHasReadTheFamilyAsItStandsChangesItAndGetsTheNextTag() {
        String tag =
                place.administrator().get("/kpm/" + kpm).statusCode(200).extract().header("ETag");
        move(place.administrator().with("If-Match", tag), 2)
                .statusCode(200)
                .header("ETag", "\"2\"");
        move(place.administrator().with("If-Match", "*"), 3).statusCode(200);
        move(place.administrator().with("If-Match", "\"7\", \"3\""), 4).statusCode(200);
        move(place.administrator(), 1).statusCode(200).header("ETag", "\"5\"");
    }

    @Test
    void whoHasReadAnEarlierVersionLearnsWhatChangedSince() {
        move(place.administrator(), 2).statusCode(200);
        move(place.administrator(), 3).statusCode(200);
        for (ValidatableResponse refused :
                List.of(
                        move(place.administrator().with("If-Match", "\"1\""), 4),
                        place.administrator()
                                .with("If-Match", "\"1\"")
                                .post("/kpm/" + kpm + "/members", Map.of("member", pupil())),
                        Caller.officer()
                                .with("If-Match", "\"1\"")
                                .post(
                                        "/kpm/" + kpm + "/status-changes",
                                        Map.of(
                                                "status", "INVITED",
                                                "reason", "INVITED",
                                                "effective_on", "2026-01-01")))) {
            refused.statusCode(412)
                    .body("code", equalTo("FAMILY_CHANGED"))
                    .body("your_version", equalTo(1))
                    .body("version", equalTo(3))
                    .body("changes.version", contains(3, 2))
                    .body("changes[0].changes.what", contains("VILLAGE"))
                    .body("changes[0].changes[0].becomes", equalTo(place.village(3)));
        }
        Caller.administrator("17.71.08")
                .with("If-Match", "\"1\"")
                .post(
                        "/kpm/" + kpm + "/moves",
                        Map.of("village_code", place.village(4), "effective_on", "2026-01-05"))
                .statusCode(404);
    }

    private static Map<String, Object> pupil() {
        return Map.of(
                "nik", TestPeople.man("2016-05-10"),
                "name", "Bagas Contoh",
                "birth_date", "2016-05-10",
                "component", "SD",
                "component_since", "2025-07-14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "W/\"1\"", "\"one\"", "\"1\" \"2\"", "\"1\","})
    void whatIsNoTagOfAFamilyIsRefused(String header) {
        move(place.administrator().with("If-Match", header), 2)
                .statusCode(400)
                .body("code", equalTo("IF_MATCH_INVALID"));
    }

    @Test
    void ofTwoAdministratorsAtTheSameMomentOneChangesTheFamilyAndTheOtherIsTold() {
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Integer>> both =
                Stream.of(2, 3)
                        .map(village -> CompletableFuture.supplyAsync(() -> moved(village, start)))
                        .toList();

        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
        place.administrator().get("/kpm/" + kpm).statusCode(200).body("version", equalTo(2));
        place.administrator().get("/kpm/" + kpm + "/changes").body("items", hasSize(2));
    }

    private int moved(int village, CyclicBarrier start) {
        Caller administrator =
                Caller.named(
                                "administrator-" + village,
                                Roles.DATA_ADMINISTRATOR,
                                place.subDistrict())
                        .with("If-Match", "\"1\"");
        try {
            start.await(10, TimeUnit.SECONDS);
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return move(administrator, village).extract().statusCode();
    }
}
