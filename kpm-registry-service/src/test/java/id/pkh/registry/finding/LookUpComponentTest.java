package id.pkh.registry.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.localstack.TestTokens;
import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.log.CapturedLog;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LookUpComponentTest extends RegistryComponentTest {

    private static final String PURPOSE = "a family at the desk";
    private static final String VILLAGE = "17.71.08.1003";

    @Inject LookUpUpkeep upkeep;

    /** A family with everything by which it can be looked up. */
    private record Known(UUID kpm, String card, String nik, String account) {}

    private static ValidatableResponse lookUp(Caller caller, String key, Object value) {
        return caller.post("/look-ups", Map.of(key, value, "purpose", PURPOSE));
    }

    private static Known family() {
        return family(TestPeople.woman("1985-03-02"));
    }

    private static Known family(String nik) {
        String card = TestPeople.card();
        String account = TestPeople.account();
        Map<String, Object> family = new HashMap<>();
        family.put("family_card", card);
        family.put("caretaker", Map.of("nik", nik, "name", "Siti Aminah"));
        family.put("village_code", VILLAGE);
        family.put("paying_bank", "BRI");
        family.put("account_number", account);
        family.put("participating_since", "2025-01-01");
        family.put("members", List.of());
        UUID kpm =
                UUID.fromString(
                        Api.administrator()
                                .post("/kpm", family)
                                .statusCode(201)
                                .extract()
                                .path("kpm_id"));
        return new Known(kpm, card, nik, account);
    }

    @Test
    void lookUpsPastTheirRetentionAreRemovedAndTheDatabaseKeepsAYear() {
        for (String age : List.of("25 months", "13 months", "11 months")) {
            tables.execute(
                    "INSERT INTO look_up (look_up_id, caller, key_kind, purpose, families, looked_up_at)"
                            + " VALUES (gen_random_uuid(), 'old-system', 'NIK', ?, '{}', now() - ?::interval)",
                    age,
                    age);
        }

        upkeep.purge();

        assertThat(
                        tables.texts(
                                "SELECT purpose FROM look_up WHERE caller = 'old-system' ORDER BY 1"))
                .containsExactly("11 months", "13 months");
        assertThatThrownBy(() -> tables.execute("DELETE FROM look_up WHERE purpose = '11 months'"))
                .hasStackTraceContaining("kept for a year at least");
    }

    @Test
    void aFamilyIsFoundByEachOfItsKeys() {
        Known family = family();
        String kpm = family.kpm().toString();
        String member = memberOf(family.nik()).toString();
        lookUp(Api.administrator(), "nik", family.nik())
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kpm_id", equalTo(kpm))
                .body("items[0].status", equalTo("CANDIDATE"))
                .body("items[0].village_code", equalTo(VILLAGE))
                .body("items[0].member_id", equalTo(member))
                .body("items[0].is_caretaker", equalTo(true))
                .body("items[0].former_since", equalTo(null));
        lookUp(Api.administrator(), "member_id", member)
                .statusCode(200)
                .body("items.kpm_id", contains(kpm));
        lookUp(Api.administrator(), "family_card", family.card())
                .statusCode(200)
                .body("items.kpm_id", contains(kpm))
                .body("items[0].member_id", equalTo(null));
        lookUp(Api.administrator(), "account_number", family.account())
                .statusCode(200)
                .body("items.kpm_id", contains(kpm));
    }

    @Test
    void aPersonWhoJoinedAnotherFamilyIsFoundInBothAndThePresentOneComesFirst() {
        Known left = family();
        makeActive(left.kpm());
        Known other = family();
        leaves(left.kpm(), Measure.MOVE);
        Api.administrator()
                .post(
                        "/kpm/" + other.kpm() + "/caretaker-changes",
                        Map.of(
                                "person",
                                Map.of("nik", left.nik(), "name", "Siti Aminah"),
                                "effective_on",
                                "2026-02-01"))
                .statusCode(200);

        lookUp(Api.administrator(), "nik", left.nik())
                .statusCode(200)
                .body("items.kpm_id", contains(other.kpm().toString(), left.kpm().toString()))
                .body("items[0].former_since", equalTo(null))
                .body("items[1].status", equalTo("MOVED"));
    }

    @Test
    void aFamilyElsewhereIsAnsweredLikeNoFamily() {
        Known family = family();
        Caller elsewhere =
                Caller.named("facilitator-elsewhere", Roles.FACILITATOR, "17.71.08.1001");
        for (String nik : List.of(family.nik(), TestPeople.woman("1985-03-02"))) {
            lookUp(elsewhere, "nik", nik).statusCode(200).body("items", hasSize(0));
        }
        assertThat(loggedBy("facilitator-elsewhere"))
                .containsExactly("NIK " + PURPOSE + " {}", "NIK " + PURPOSE + " {}");
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM read_log WHERE reader = 'facilitator-elsewhere'"))
                .isZero();
    }

    private List<String> loggedBy(String caller) {
        return tables.texts(
                "SELECT key_kind || ' ' || purpose || ' ' || families::text FROM look_up"
                        + " WHERE caller = ? ORDER BY look_up_id",
                caller);
    }

    @Test
    void eachLookUpIsLoggedAndNoKeyIsAnywhere() {
        Known family = family();
        try (CapturedLog log = CapturedLog.ofEverything()) {
            lookUp(Caller.officer("officer-desk"), "nik", family.nik()).statusCode(200);
            assertThat(loggedBy("officer-desk"))
                    .containsExactly("NIK " + PURPOSE + " {" + family.kpm() + "}");
            assertThat(
                            tables.text(
                                    "SELECT fields || ' ' || purpose || ' ' || area_code FROM read_log"
                                            + " WHERE reader = 'officer-desk' AND subject_id = ?",
                                    family.kpm().toString()))
                    .isEqualTo("look_up:nik " + PURPOSE + " " + VILLAGE);
            assertThat(
                            log.text()
                                    + tables.text("SELECT string_agg(t::text, ' ') FROM look_up t")
                                    + tables.text(
                                            "SELECT string_agg(t::text, ' ') FROM read_log t"))
                    .doesNotContain(family.nik(), nikToken(family.nik()));
        }
    }

    @Test
    void auditorsOfTheWholeCountrySeeWhoLookedForWhatAndWhatWasInVain() {
        Known family = family();
        Caller clerk = Caller.named("clerk-seen", Roles.DATA_ADMINISTRATOR, "17.71.08");
        lookUp(clerk, "family_card", family.card()).statusCode(200);
        lookUp(clerk, "family_card", TestPeople.card()).statusCode(200);

        Caller.auditor()
                .get("/look-ups?caller=clerk-seen")
                .statusCode(200)
                .body("items.key_kind", contains("FAMILY_CARD", "FAMILY_CARD"))
                .body("items[0].family_ids", hasSize(0))
                .body("items[1].family_ids", contains(family.kpm().toString()));
        Caller.auditor()
                .get("/look-ups?caller=clerk-seen&only_in_vain=true")
                .statusCode(200)
                .body("items", hasSize(1));
        Caller.as(Roles.AUDITOR, "17")
                .get("/look-ups")
                .statusCode(403)
                .body("code", equalTo("AREAS_NOT_NATIONAL"));
        clerk.get("/look-ups").statusCode(403).body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void anotherSystemNeedsTheScopeForLookUps() {
        Known family = family();
        lookUp(Caller.externalSystem(), "nik", family.nik())
                .statusCode(403)
                .body("code", equalTo("LOOK_UP_SCOPE_MISSING"));
        for (String scope : List.of("\"email families.look-up\"", "[\"families.look-up\"]")) {
            Caller system =
                    Caller.withToken(
                            TestTokens.withClaims(
                                    List.of(Roles.EXTERNAL_SYSTEM), Map.of("scope", scope)));
            lookUp(system, "nik", family.nik()).statusCode(200).body("items", hasSize(1));
        }
    }

    @Test
    void whoGuessesIsStoppedAndOthersAreNot() {
        Caller guessing = Caller.named("guessing-1", Roles.FACILITATOR, "17.71.08");
        Known family = family();
        for (int i = 0; i < 60; i++) {
            lookUp(guessing, "nik", family.nik()).statusCode(200).body("items", hasSize(1));
            lookUp(guessing, "nik", TestPeople.man("1990-06-15")).statusCode(200);
        }
        lookUp(guessing, "nik", family.nik())
                .statusCode(429)
                .body("code", equalTo("LOOK_UP_LIMIT_REACHED"))
                .body("limit", equalTo(60))
                .body("retry_after_seconds", greaterThan(3000));
        lookUp(Caller.facilitator("17.71.08"), "nik", family.nik()).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"purpose\":\"x y\"}', 400, LOOK_UP_KEY_AMBIGUOUS",
        "'{\"nik\":\"1771084203850001\",\"family_card\":\"1771082501010001\",\"purpose\":\"x y\"}', 400, LOOK_UP_KEY_AMBIGUOUS",
        "'{\"nik\":\"1771084203850001\"}', 400, PURPOSE_REQUIRED",
        "'{\"nik\":\"1771084203850001\",\"purpose\":\"NIK 1771084203850001\"}', 422, TEXT_HAS_LONG_NUMBER",
        "'{\"nik\":\"17710842\",\"purpose\":\"x y\"}', 422, NIK_LENGTH",
        "'{\"nik\":\"1771084213850001\",\"purpose\":\"x y\"}', 422, NIK_DATE_IMPOSSIBLE",
        "'{\"nik\":\"177108420385000x\",\"purpose\":\"x y\"}', 422, NIK_NOT_DIGITS",
        "'{\"nik\":\"1,77108E+15\",\"purpose\":\"x y\"}', 422, NIK_NUMERIC_CELL",
        "'{\"nik\":\"1771084203850000\",\"purpose\":\"x y\"}', 422, NIK_SERIAL_ZERO",
        "'{\"family_card\":\"12\",\"purpose\":\"x y\"}', 422, FAMILY_CARD_INVALID",
        "'{\"account_number\":\" \",\"purpose\":\"x y\"}', 422, ACCOUNT_NOT_DIGITS",
    })
    void aRequestWithoutOneUsableKeyAndAPurposeIsRefused(String body, int status, String code) {
        Api.administrator().post("/look-ups", body).statusCode(status).body("code", equalTo(code));
    }
}
