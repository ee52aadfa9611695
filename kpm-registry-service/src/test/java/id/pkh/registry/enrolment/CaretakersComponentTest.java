package id.pkh.registry.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaretakersComponentTest extends RegistryComponentTest {

    private static final String PURPOSE = "letters to families about sanctions";

    private static ValidatableResponse reveal(Caller caller, UUID... families) {
        return caller.post(
                "/caretakers/reveal", Map.of("family_ids", List.of(families), "purpose", PURPOSE));
    }

    private static UUID family() {
        Map<String, Object> family = new HashMap<>();
        family.put("family_card", TestPeople.card());
        family.put(
                "caretaker", Map.of("nik", TestPeople.woman("1985-03-02"), "name", "Siti Aminah"));
        family.put("village_code", "17.71.08.1003");
        family.put("participating_since", "2025-01-01");
        family.put("members", List.of());
        return UUID.fromString(
                Api.administrator().post("/kpm", family).statusCode(201).extract().path("kpm_id"));
    }

    @Test
    void aFacilitatorReadsTheNamesOfTheFamiliesInTheAreaAndTheReadIsLogged() {
        UUID kpm = family();
        reveal(Caller.facilitator("17.71.08"), kpm, UUID.randomUUID())
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kpm_id", equalTo(kpm.toString()))
                .body("items[0].caretaker_name", equalTo("Siti Aminah"));
        assertThat(
                        tables.text(
                                "SELECT reader || ' ' || fields || ' ' || purpose FROM read_log"
                                        + " WHERE subject_id = ?",
                                kpm.toString()))
                .isEqualTo("facilitator-1 caretaker.name " + PURPOSE);
        reveal(Caller.facilitator("31"), kpm).statusCode(200).body("items", hasSize(0));
    }

    @Test
    void whoSeesNoNamesIsRefusedAndAPurposeIsNeeded() {
        reveal(Caller.officer(), UUID.randomUUID()).statusCode(403);
        reveal(Caller.approver(), UUID.randomUUID()).statusCode(403);
        reveal(Caller.facilitator("17"))
                .statusCode(400)
                .body("code", equalTo("FAMILY_IDS_INVALID"));
        Caller.facilitator("17")
                .post("/caretakers/reveal", Map.of("family_ids", List.of(UUID.randomUUID())))
                .statusCode(400)
                .body("code", equalTo("PURPOSE_REQUIRED"));
    }
}
