package id.pkh.registry.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PayeesComponentTest extends RegistryComponentTest {

    private static final String PURPOSE = "payment batch of cycle 2026-T2";

    private static ValidatableResponse reveal(Caller caller, List<UUID> families) {
        return caller.post("/payees/reveal", Map.of("family_ids", families, "purpose", PURPOSE));
    }

    private UUID family(String account) {
        Map<String, Object> family = new HashMap<>();
        family.put("family_card", TestPeople.card());
        family.put(
                "caretaker", Map.of("nik", TestPeople.woman("1985-03-02"), "name", "Siti Aminah"));
        family.put("village_code", "17.71.08.1003");
        family.put("participating_since", "2025-01-01");
        family.put("paying_bank", "BRI");
        family.put("account_number", account);
        family.put("members", List.of());
        return UUID.fromString(
                Api.administrator().post("/kpm", family).statusCode(201).extract().path("kpm_id"));
    }

    private static void confirmAccount(UUID kpm) {
        Map<String, Object> change =
                Caller.officer().read("/account-changes?kpm_id=" + kpm).getMap("items[0]");
        Caller.officer()
                .post(
                        "/account-changes/" + change.get("change_id") + "/confirmation",
                        Map.of(
                                "change_no",
                                change.get("change_no"),
                                "account_number",
                                ((Map<?, ?>) change.get("now")).get("account_number")))
                .statusCode(200);
    }

    @Test
    void anOfficerReadsNameAndAccountInClearAndTheReadIsLogged() {
        String account = TestPeople.account();
        UUID kpm = family(account);
        confirmAccount(kpm);

        reveal(Caller.officer(), List.of(kpm))
                .statusCode(200)
                .body("items.kpm_id", contains(kpm.toString()))
                .body("items[0].payee_name", equalTo("Siti Aminah"))
                .body("items[0].account_number", equalTo(account))
                .body("items[0].account_confirmed", equalTo(true))
                .body("items[0].paying_bank", equalTo("BRI"));

        assertThat(
                        tables.text(
                                "SELECT reader || ' ' || fields || ' ' || purpose FROM read_log"
                                        + " WHERE subject_id = ?",
                                kpm.toString()))
                .isEqualTo("officer-1 caretaker.name,account_number " + PURPOSE);
    }

    @Test
    void familiesOutsideTheAreasAndUnknownFamiliesAreLeftOut() {
        UUID kpm = family(TestPeople.account());

        reveal(Caller.as(Roles.MINISTRY_OFFICER, "31"), List.of(kpm))
                .statusCode(200)
                .body("items", hasSize(0));
        reveal(Caller.officer(), List.of(UUID.randomUUID()))
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void onlyOfficersReadPayees() {
        reveal(Api.administrator(), List.of(UUID.randomUUID())).statusCode(403);
        reveal(Caller.as(Roles.AUDITOR, "*"), List.of(UUID.randomUUID())).statusCode(403);
    }

    @Test
    void aRevealNeedsAPurposeAndAListOfReasonableLength() {
        Caller.officer()
                .post("/payees/reveal", Map.of("family_ids", List.of(UUID.randomUUID())))
                .statusCode(400)
                .body("code", equalTo("PURPOSE_REQUIRED"));
        reveal(Caller.officer().in("id"), List.of())
                .statusCode(400)
                .body("code", equalTo("FAMILY_IDS_INVALID"))
                .body("title", equalTo("Daftar keluarga kosong atau terlalu panjang"));
        reveal(Caller.officer(), Collections.nCopies(2, UUID.randomUUID())).statusCode(400);
        reveal(
                        Caller.officer(),
                        java.util.stream.Stream.generate(UUID::randomUUID).limit(1001).toList())
                .statusCode(400)
                .body("max_families", equalTo(1000));
    }
}
