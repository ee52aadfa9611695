package id.pkh.registry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.InitialRosterFiles;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An account is paid when a person who did not change it has confirmed what was shown. */
@QuarkusTest
class AccountChangeComponentTest extends RegistryComponentTest {

    private static final String FIRST = "data_administrator-1";
    private static final Caller SECOND =
            Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "17.71.08");
    private static final Caller THIRD = Caller.officer("officer-3");

    private final String card = TestPeople.card();
    private final String nik = TestPeople.woman("1985-03-02");
    private final String account = TestPeople.account();
    private int files;

    private UUID registered() {
        Api.importing("families", list(nik, "BRI", account));
        return familyOf(card);
    }

    private Rows list(String caretaker, String bank, String number) {
        return Rows.families()
                .row(
                        card,
                        caretaker,
                        "SITI CONTOH",
                        "",
                        "17.71.08.1001",
                        "",
                        bank,
                        number,
                        "CALON",
                        "2024-01-01");
    }

    private void lists(Caller by, String caretaker, String bank, String number) {
        String another = list(caretaker, bank, number).text() + "\n".repeat(++files);
        Api.sending(by, "families", another).statusCode(201).body("rows_applied", equalTo(1));
    }

    /** A family whose account two people answer for. */
    private UUID confirmed() {
        UUID kpm = registered();
        confirm(SECOND, latest(kpm)).statusCode(200);
        return kpm;
    }

    private static String masked(String number) {
        return "*".repeat(number.length() - 4) + number.substring(number.length() - 4);
    }

    private static Map<String, Object> latest(UUID kpm) {
        List<Map<String, Object>> changes =
                THIRD.read("/account-changes?kpm_id=" + kpm).getList("items");
        return changes.get(changes.size() - 1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> shown(Map<String, Object> change) {
        Map<String, Object> named = new HashMap<>();
        named.put("change_no", change.get("change_no"));
        named.put(
                "account_number", ((Map<String, Object>) change.get("now")).get("account_number"));
        return named;
    }

    private static ValidatableResponse confirm(Caller by, Map<String, Object> change) {
        return decide(by, change, "confirmation", shown(change));
    }

    private static ValidatableResponse refuse(
            Caller by, Map<String, Object> change, String reason) {
        Map<String, Object> body = shown(change);
        body.put("reason", reason);
        return decide(by, change, "refusal", body);
    }

    private static ValidatableResponse decide(
            Caller by, Map<String, Object> change, String what, Map<String, ?> body) {
        return by.post("/account-changes/" + change.get("change_id") + "/" + what, body);
    }

    private static JsonPath payee(UUID kpm) {
        return Caller.officer()
                .post(
                        "/payees/reveal",
                        Map.of("family_ids", List.of(kpm), "purpose", "payment batch"))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private PublishedEvent last(UUID kpm, String name) {
        return tables.published(kpm).stream()
                .filter(event -> event.name().equals(name))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    @Test
    void anAccountOfOnePersonIsNotGivenBeforeAnotherHasConfirmedIt() {
        UUID kpm = registered();

        assertThat(payee(kpm).getBoolean("items[0].account_confirmed")).isFalse();
        assertThat(payee(kpm).getString("items[0].account_number")).isNull();
        Map<String, Object> change = latest(kpm);
        assertThat(change)
                .containsEntry("status", "WAITING")
                .containsEntry("source", "FILE")
                .containsEntry("line", 2)
                .containsEntry("changed_by", FIRST)
                .containsEntry("change_no", 1);
        assertThat(change.get("before")).isNull();
        assertThat(shown(change)).containsEntry("account_number", masked(account));
        PublishedEvent changed = last(kpm, "account-changed");
        assertThat(changed.payload().get("decided_next_by").asText()).isEqualTo("ANOTHER_PERSON");
        assertThat(changed.payload().get("change_id").asText()).isEqualTo(change.get("change_id"));

        confirm(Api.administrator(), change)
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_CHANGE_SAME_PERSON"));
        Map<String, Object> other = shown(change);
        other.put("account_number", "********0000");
        decide(SECOND, change, "confirmation", other)
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_CHANGE_DIFFERS"))
                .body("account_number", equalTo(masked(account)));
        other = shown(change);
        other.put("change_no", 2);
        decide(SECOND, change, "confirmation", other).statusCode(409);
        decide(SECOND, change, "confirmation", Map.of())
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_CHANGE_DIFFERS"));
        assertThat(payee(kpm).getBoolean("items[0].account_confirmed")).isFalse();

        confirm(SECOND, change)
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("decided_by", equalTo("administrator-2"));
        assertThat(payee(kpm).getString("items[0].account_number")).isEqualTo(account);
        PublishedEvent confirmed = last(kpm, "account-confirmed");
        assertThat(confirmed.payload().get("confirmed_by").asText()).isEqualTo("administrator-2");
        assertThat(confirmed.sequence()).isEqualTo(2);

        confirm(SECOND, change).statusCode(200);
        confirm(THIRD, change).statusCode(409).body("code", equalTo("ACCOUNT_CHANGE_DECIDED"));
        assertThat(tables.names(kpm)).filteredOn("account-confirmed"::equals).hasSize(1);
    }

    @Test
    void aListThatChangesAConfirmedAccountStopsThePaymentUntilItIsConfirmed() {
        UUID kpm = confirmed();
        String another = TestPeople.account();

        lists(Api.administrator(), nik, "BRI", another);

        assertThat(payee(kpm).getBoolean("items[0].account_confirmed")).isFalse();
        assertThat(payee(kpm).getString("items[0].account_number")).isNull();
        SECOND.get("/account-changes?status=WAITING&village=17.71.08.1001&kpm_id=" + kpm)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].now.account_number", equalTo(masked(another)))
                .body("items[0].before.account_number", equalTo(masked(account)))
                .body("items[0].now.caretaker_name", equalTo("SITI CONTOH"));
        confirm(THIRD, latest(kpm)).statusCode(200);
        assertThat(payee(kpm).getString("items[0].account_number")).isEqualTo(another);
    }

    @Test
    void aFamilyWhoseAccountOnePersonChangedIsToldAtOnceAndWhoEntersIsNot() {
        UUID kpm = confirmed();
        assertThat(told(kpm)).isEmpty();

        lists(Api.administrator(), nik, "BRI", TestPeople.account());

        assertThat(told(kpm)).containsExactly("ACCOUNT_CHANGED " + latest(kpm).get("change_id"));
    }

    private List<String> told(UUID kpm) {
        return tables.texts(
                "SELECT template || ' ' || subject_id FROM notification"
                        + " WHERE receiver_role = 'FAMILY' AND receiver_ref = ?",
                kpm.toString());
    }

    @Test
    void aRefusedChangeBringsTheFormerAccountBackAsANewFact() {
        UUID kpm = confirmed();
        lists(Api.administrator(), TestPeople.woman("1991-12-31"), "BNI", TestPeople.account());
        Map<String, Object> change = latest(kpm);

        refuse(SECOND, change, "BECAUSE").statusCode(422).body("code", equalTo("REASON_UNKNOWN"));
        refuse(SECOND, change, "WRONG_HOLDER")
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("reason", equalTo("WRONG_HOLDER"));

        JsonPath payee = payee(kpm);
        assertThat(payee.getString("items[0].account_number")).isEqualTo(account);
        assertThat(payee.getString("items[0].paying_bank")).isEqualTo("BRI");
        assertThat(tables.text("SELECT caretaker_member_id FROM kpm WHERE id = ?", kpm))
                .isEqualTo(memberOf(nik).toString());
        Map<String, Object> restored = latest(kpm);
        assertThat(restored)
                .containsEntry("source", "REFUSAL")
                .containsEntry("status", "NOTHING_TO_CONFIRM");
        PublishedEvent refused = last(kpm, "account-refused");
        assertThat(refused.payload().get("reason").asText()).isEqualTo("WRONG_HOLDER");
        assertThat(refused.payload().get("restored_by_change_id").asText())
                .isEqualTo(restored.get("change_id"));
        assertThat(tables.names(kpm)).filteredOn("caretaker-changed"::equals).hasSize(2);
        refuse(SECOND, change, "OTHER")
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_CHANGE_DECIDED"));
        confirm(THIRD, change).statusCode(409).body("code", equalTo("ACCOUNT_CHANGE_DECIDED"));
        confirm(THIRD, restored)
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_CHANGE_NOT_WAITING"));
    }

    @Test
    void whoChangedAnAccountCanWithdrawTheChangeAlone() {
        UUID kpm = confirmed();
        lists(Api.administrator(), nik, "BRI", TestPeople.account());
        lists(Api.administrator(), nik, "BRI", account);
        assertThat(payee(kpm).getBoolean("items[0].account_confirmed")).isFalse();

        refuse(Api.administrator(), latest(kpm), "WITHDRAWN").statusCode(200);

        assertThat(payee(kpm).getString("items[0].account_number")).isEqualTo(account);
        assertThat(latest(kpm)).containsEntry("source", "REFUSAL");
    }

    @Test
    void whenTheFirstAccountIsRefusedTheFamilyHasNone() {
        UUID kpm = registered();

        refuse(THIRD, latest(kpm), "WRONG_NUMBER").statusCode(200);

        assertThat(payee(kpm).getString("items[0].account_number")).isNull();
        assertThat(payee(kpm).getBoolean("items[0].account_confirmed")).isTrue();
        assertThat(tables.lastState(kpm).payload().get("account_known").asBoolean()).isFalse();
    }

    @Test
    void twoPeopleInARowCannotConfirmEachOthersHalf() {
        UUID kpm = registered();
        SECOND.post(
                        "/kpm/" + kpm + "/caretaker-changes",
                        Map.of(
                                "person",
                                Map.of("nik", TestPeople.woman("1970-06-06"), "name", "Nenek"),
                                "effective_on",
                                "2026-03-01"))
                .statusCode(200);
        Map<String, Object> first =
                THIRD.read("/account-changes?status=SUPERSEDED&kpm_id=" + kpm).getMap("items[0]");
        Map<String, Object> second = latest(kpm);

        confirm(THIRD, first).statusCode(409).body("code", equalTo("ACCOUNT_CHANGE_SUPERSEDED"));
        for (Caller one : List.of(Api.administrator(), SECOND)) {
            confirm(one, second)
                    .statusCode(409)
                    .body("code", equalTo("ACCOUNT_CHANGE_SAME_PERSON"));
        }
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO account_decision SELECT change_id,"
                                                + " 'CONFIRMED', NULL, ?, now()"
                                                + " FROM account_change WHERE change_id = ?",
                                        FIRST,
                                        UUID.fromString((String) second.get("change_id"))))
                .hasStackTraceContaining("a person who did not change it");
        confirm(Caller.named("administrator-4", Roles.DATA_ADMINISTRATOR, "17.71.08"), second)
                .statusCode(200);
        assertThat(payee(kpm).getString("items[0].payee_name")).isEqualTo("Nenek");
    }

    @Test
    void aFamilyThatLosesItsAccountByOnePersonWaitsToo() {
        UUID kpm = confirmed();
        lists(Api.administrator(), nik, "BRI", "");

        assertThat(latest(kpm)).containsEntry("status", "WAITING");
        assertThat(payee(kpm).getBoolean("items[0].account_confirmed")).isFalse();
        refuse(SECOND, latest(kpm), "NOT_REQUESTED").statusCode(200);
        assertThat(payee(kpm).getString("items[0].account_number")).isEqualTo(account);
    }

    @Test
    void manyChangesAreConfirmedAtOnceWithAnOutcomeForEach() {
        List<UUID> families = new ArrayList<>();
        Rows rows = Rows.families();
        List<String> cards = IntStream.range(0, 3).mapToObj(i -> TestPeople.card()).toList();
        cards.forEach(
                each ->
                        rows.row(
                                each,
                                TestPeople.woman("1985-03-02"),
                                "SITI CONTOH",
                                "",
                                "17.71.08.1004",
                                "",
                                "BRI",
                                TestPeople.account(),
                                "CALON",
                                "2024-01-01"));
        Api.importing("families", rows).statusCode(201);
        cards.forEach(each -> families.add(familyOf(each)));
        List<Map<String, Object>> named = new ArrayList<>();
        for (UUID kpm : families) {
            Map<String, Object> change = latest(kpm);
            Map<String, Object> one = shown(change);
            one.put("change_id", change.get("change_id"));
            named.add(one);
        }
        named.get(1).put("account_number", "1");
        named.add(Map.of("change_id", UUID.randomUUID(), "change_no", 1));

        SECOND.post("/account-changes/confirmations", Map.of("changes", named))
                .statusCode(200)
                .body(
                        "items.outcome",
                        contains("CONFIRMED", "ACCOUNT_CHANGE_DIFFERS", "CONFIRMED", "NOT_FOUND"));
        assertThat(payee(families.get(0)).getBoolean("items[0].account_confirmed")).isTrue();
        assertThat(payee(families.get(1)).getBoolean("items[0].account_confirmed")).isFalse();
        assertThat(tables.names(families.get(2))).contains("account-confirmed");
        for (Object wrong : List.of(List.of(), List.of(named.get(0), named.get(0)))) {
            SECOND.post("/account-changes/confirmations", Map.of("changes", wrong))
                    .statusCode(400)
                    .body("code", equalTo("ACCOUNT_CHANGES_INVALID"))
                    .body("max_changes", equalTo(1000));
        }
    }

    @Test
    void aChangeOutsideTheAreasDoesNotExistForTheCaller() {
        UUID kpm = registered();
        Map<String, Object> change = latest(kpm);
        Caller elsewhere = Caller.named("administrator-9", Roles.DATA_ADMINISTRATOR, "17.71.07");

        elsewhere.get("/account-changes?kpm_id=" + kpm).body("items", empty());
        elsewhere.get("/account-changes/" + change.get("change_id")).statusCode(404);
        confirm(elsewhere, change).statusCode(404);
        refuse(elsewhere, change, "OTHER").statusCode(404);
        for (String role : List.of(Roles.FACILITATOR, Roles.OPERATIONS, Roles.MINISTRY_APPROVER)) {
            confirm(Caller.as(role, "*"), change).statusCode(403);
        }
        Caller.as(Roles.OPERATIONS, "*").get("/account-changes").statusCode(403);
        THIRD.get("/account-changes?status=LATER")
                .statusCode(422)
                .body("code", equalTo("ACCOUNT_STATUS_UNKNOWN"))
                .body("detail", containsString("SUPERSEDED"));
    }

    @Test
    void numbersAreMaskedUnlessAnAdministratorStatesAPurpose() {
        UUID kpm = registered();
        String purpose = "comparison with the bank's list " + kpm;
        THIRD.get("/account-changes?kpm_id=" + kpm)
                .body("items[0].now.account_number", equalTo(masked(account)))
                .body("items[0].now.caretaker_name", nullValue());
        SECOND.get("/account-changes?kpm_id={kpm}&reveal=identifiers&purpose={p}", kpm, purpose)
                .statusCode(200)
                .body("items[0].now.account_number", equalTo(account));
        assertThat(
                        tables.text(
                                "SELECT reader || ' ' || fields FROM read_log WHERE purpose = ?",
                                purpose))
                .isEqualTo("administrator-2 account_number");
    }

    @Test
    void theHistoryOfAccountsIsNotRewritten() {
        UUID kpm = confirmed();
        Object decided = latest(kpm).get("change_id");
        for (String change :
                List.of(
                        "UPDATE account_change SET changed_by = 'x' WHERE kpm_id = '" + kpm + "'",
                        "DELETE FROM account_change WHERE kpm_id = '" + kpm + "'",
                        "TRUNCATE account_change CASCADE",
                        "UPDATE account_decision SET decided_by = 'x' WHERE change_id = '"
                                + decided
                                + "'",
                        "DELETE FROM account_decision WHERE change_id = '" + decided + "'",
                        "TRUNCATE account_decision")) {
            assertThatThrownBy(() -> tables.execute(change))
                    .as(change)
                    .hasStackTraceContaining("append-only");
        }
    }

    @Test
    void theDatabaseKeepsAnAccountOfOnePersonFromCountingAsConfirmed() {
        UUID kpm = registered();
        String copy =
                "INSERT INTO account_change SELECT gen_random_uuid(), kpm_id, change_no + 100,"
                        + " paying_bank, account_cipher, account_token, caretaker_member_id, %s,"
                        + " %s, changed_by, changed_at, %s, caretaker_name_cipher"
                        + " FROM account_change WHERE kpm_id = '"
                        + kpm
                        + "'";
        Map<String, String> forged = new HashMap<>();
        forged.put(
                "account_change_waits_for_another",
                copy.formatted("'REQUEST', NULL, NULL", "false", "NULL"));
        forged.put(
                "account_change_roster_by_two",
                copy.formatted("'INITIAL_ROSTER', file_id, line", "false", "changed_by"));
        forged.put(
                "account_change_of_a_line",
                copy.formatted("'INITIAL_ROSTER', NULL, NULL", "false", "'somebody'"));
        forged.put(
                "account_change_needs_it_once",
                copy.formatted("'REFUSAL', NULL, NULL", "true", "NULL"));
        forged.forEach(
                (constraint, insert) ->
                        assertThatThrownBy(() -> tables.execute(insert))
                                .hasStackTraceContaining(constraint));
    }

    @Test
    void anAccountThatAnotherFamilyHasIsShownAsShared() {
        UUID kpm = registered();
        assertThat(latest(kpm)).containsEntry("shared_with", 0);
        String other = TestPeople.card();
        Api.importing(
                        "families",
                        Rows.families()
                                .row(
                                        other,
                                        TestPeople.woman("1985-03-02"),
                                        "SITI LAIN",
                                        "",
                                        "17.71.08.1001",
                                        "",
                                        "BRI",
                                        account,
                                        "CALON",
                                        "2024-01-01"))
                .statusCode(201);

        assertThat(latest(familyOf(other))).containsEntry("shared_with", 1);
        assertThat(latest(kpm)).containsEntry("shared_with", 1);
    }

    @Test
    void whatARosterBroughtInNeedsNoConfirmation() {
        UUID kpm = importedFamily();

        assertThat(payee(kpm).getBoolean("items[0].account_confirmed")).isTrue();
        assertThat(latest(kpm))
                .containsEntry("source", "INITIAL_ROSTER")
                .containsEntry("permitted_by", InitialRosterFiles.OFFICER)
                .containsEntry("status", "NOTHING_TO_CONFIRM");
        assertThat(tables.names(kpm)).containsExactly("kpm-registered", "kpm-state");
    }
}
