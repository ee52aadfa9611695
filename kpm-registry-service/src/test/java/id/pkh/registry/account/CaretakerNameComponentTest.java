package id.pkh.registry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A bank compares the name of the payee with that of the account, so another name of the caretaker
 * waits for a second person as another account does.
 */
@QuarkusTest
class CaretakerNameComponentTest extends RegistryComponentTest {

    private static final String ENTERED = "SITI CONTOH";
    private static final String ANOTHER = "SRI PENGGANTI";
    private static final Caller FIRST = Api.administrator();
    private static final Caller SECOND =
            Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "17.71.08");
    private static final Caller OFFICER = Caller.officer("officer-3");

    private final String card = TestPeople.card();
    private final String nik = TestPeople.woman("1985-03-02");
    private final String account = TestPeople.account();

    private ValidatableResponse sendFamily(String name, String accountNumber) {
        return Api.sending(
                FIRST,
                "families",
                Rows.families()
                        .row(
                                card,
                                nik,
                                name,
                                "",
                                "17.71.08.1001",
                                "",
                                "BRI",
                                accountNumber,
                                "CALON",
                                "2024-01-01")
                        .text());
    }

    private ValidatableResponse sendMember(String name) {
        return Api.sending(
                FIRST,
                "members",
                Rows.members()
                        .pupil(card, TestPeople.woman("2016-05-10"), "2016-05-10")
                        .row(
                                card,
                                nik,
                                name,
                                "1985-03-02",
                                "P",
                                "HAMIL/NIFAS",
                                "",
                                "",
                                "",
                                "2026-01-05",
                                "")
                        .text());
    }

    private UUID confirmedFamily() {
        sendFamily(ENTERED, account).statusCode(201);
        UUID kpm = familyOf(card);
        confirm(SECOND, latest(kpm)).statusCode(200);
        assertPaidTo(kpm, ENTERED);
        return kpm;
    }

    private static Map<String, Object> latest(UUID kpm) {
        List<Map<String, Object>> changes =
                SECOND.read("/account-changes?kpm_id=" + kpm).getList("items");
        return changes.get(changes.size() - 1);
    }

    private ValidatableResponse confirm(Caller by, Map<String, Object> change) {
        return by.post(
                "/account-changes/" + change.get("change_id") + "/confirmation", shown(change));
    }

    private Map<String, Object> shown(Map<String, Object> change) {
        return new HashMap<>(
                Map.of(
                        "change_no",
                        change.get("change_no"),
                        "account_number",
                        "*".repeat(8) + account.substring(8)));
    }

    private static ValidatableResponse payee(UUID kpm) {
        return Caller.officer()
                .post(
                        "/payees/reveal",
                        Map.of("family_ids", List.of(kpm), "purpose", "payment batch"))
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private void assertPaidTo(UUID kpm, String name) {
        payee(kpm)
                .body("items[0].payee_name", equalTo(name))
                .body("items[0].account_number", equalTo(account))
                .body("items[0].account_confirmed", equalTo(true));
    }

    private void assertNameWaits(UUID kpm, String name) {
        payee(kpm)
                .body("items[0].account_confirmed", equalTo(false))
                .body("items[0].account_number", nullValue());
        SECOND.get("/account-changes?status=WAITING&kpm_id=" + kpm)
                .body("items", hasSize(1))
                .body("items[0].caretaker_renamed", equalTo(true))
                .body("items[0].now.caretaker_name", equalTo(name))
                .body("items[0].before.caretaker_name", equalTo(ENTERED));
        OFFICER.get("/account-changes?status=WAITING&kpm_id=" + kpm)
                .body("items[0].caretaker_renamed", equalTo(true))
                .body("items[0].now.caretaker_name", nullValue())
                .body("items[0].before.caretaker_name", nullValue());
    }

    @Test
    void anotherNameInAListOfFamiliesWaitsUntilASecondPersonConfirmsIt() {
        UUID kpm = confirmedFamily();

        sendFamily(ANOTHER, account).statusCode(201).body("rows_applied", equalTo(1));

        assertNameWaits(kpm, ANOTHER);
        Map<String, Object> change = latest(kpm);
        assertThat(change).containsEntry("source", "FILE").containsEntry("line", 2);
        assertThat(tables.names(kpm)).last().isEqualTo("account-changed");
        confirm(FIRST, change).statusCode(409).body("code", equalTo("ACCOUNT_CHANGE_SAME_PERSON"));
        confirm(SECOND, change).statusCode(200).body("caretaker_renamed", equalTo(true));
        assertPaidTo(kpm, ANOTHER);
    }

    @Test
    void aPersonWhoMaySeeNoNamesDecidesOnNoName() {
        UUID kpm = confirmedFamily();
        sendFamily(ANOTHER, account).statusCode(201);
        Map<String, Object> change = latest(kpm);
        Map<String, Object> refusal = shown(change);
        refusal.put("reason", "WRONG_HOLDER");
        Map<String, Object> item = shown(change);
        item.put("change_id", change.get("change_id"));

        confirm(OFFICER, change)
                .statusCode(403)
                .body("code", equalTo("ACCOUNT_CHANGE_NAME_NOT_SHOWN"));
        OFFICER.post("/account-changes/" + change.get("change_id") + "/refusal", refusal)
                .statusCode(403)
                .body("code", equalTo("ACCOUNT_CHANGE_NAME_NOT_SHOWN"));
        OFFICER.post("/account-changes/confirmations", Map.of("changes", List.of(item)))
                .statusCode(200)
                .body("items[0].outcome", equalTo("ACCOUNT_CHANGE_NAME_NOT_SHOWN"));

        assertThat(latest(kpm)).containsEntry("status", "WAITING");
        assertThat(tables.names(kpm)).last().isEqualTo("account-changed");
    }

    @Test
    void anotherCaretakerIsAnotherNameToo() {
        UUID kpm = confirmedFamily();
        FIRST.post(
                        "/kpm/" + kpm + "/caretaker-changes",
                        Map.of(
                                "person",
                                Map.of("nik", TestPeople.woman("1970-06-06"), "name", ENTERED),
                                "effective_on",
                                "2026-03-01"))
                .statusCode(200);
        Map<String, Object> change = latest(kpm);
        assertThat(change).containsEntry("caretaker_renamed", false);

        confirm(OFFICER, change)
                .statusCode(403)
                .body("code", equalTo("ACCOUNT_CHANGE_NAME_NOT_SHOWN"));
        confirm(SECOND, change).statusCode(200);
        assertPaidTo(kpm, ENTERED);
    }

    @Test
    void anotherAccountOfTheSameCaretakerIsDecidedWithoutNames() {
        UUID kpm = confirmedFamily();
        sendFamily(ENTERED, TestPeople.account()).statusCode(201);
        Map<String, Object> change = latest(kpm);
        Map<String, Object> named = shown(change);
        named.put("account_number", ((Map<?, ?>) change.get("now")).get("account_number"));

        OFFICER.post("/account-changes/" + change.get("change_id") + "/confirmation", named)
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"));
    }

    @Test
    void anotherSpellingIsNoException() {
        UUID kpm = confirmedFamily();

        sendFamily("Siti Contoh", account).statusCode(201);

        assertNameWaits(kpm, "Siti Contoh");
        assertThat(sendFamily("SITI   CONTOH", account).extract().jsonPath().getInt("rows_applied"))
                .as("back to the confirmed name, again by one person")
                .isEqualTo(1);
        payee(kpm).body("items[0].account_confirmed", equalTo(false));
        assertThat(latest(kpm)).containsEntry("caretaker_renamed", false);
    }

    @Test
    void anotherNameInAListOfMembersWaitsWithItsLine() {
        UUID kpm = confirmedFamily();
        sendMember(ANOTHER).statusCode(201).body("rows_applied", equalTo(2));

        assertNameWaits(kpm, ANOTHER);
        assertThat(latest(kpm)).containsEntry("source", "FILE").containsEntry("line", 3);
        confirm(SECOND, latest(kpm)).statusCode(200);
        assertPaidTo(kpm, ANOTHER);
    }

    @Test
    void aListOfMembersWithTheSameNameLeavesTheAccountAlone() {
        UUID kpm = confirmedFamily();
        Object change = latest(kpm).get("change_id");

        sendMember(ENTERED).statusCode(201).body("rows_applied", equalTo(2));

        assertThat(latest(kpm)).containsEntry("change_id", change);
        assertPaidTo(kpm, ENTERED);
    }

    @Test
    void anotherNameInACallWaitsAndARefusalBringsTheFormerOneBack() {
        UUID kpm = confirmedFamily();
        FIRST.post(
                        "/kpm/" + kpm + "/caretaker-changes",
                        Map.of(
                                "person",
                                Map.of("nik", nik, "name", ANOTHER),
                                "effective_on",
                                "2026-03-01"))
                .statusCode(200)
                .body("caretaker.name", equalTo(ANOTHER));

        assertNameWaits(kpm, ANOTHER);
        Map<String, Object> change = latest(kpm);
        assertThat(change).containsEntry("source", "REQUEST");
        Map<String, Object> refusal = shown(change);
        refusal.put("reason", "WRONG_HOLDER");
        SECOND.post("/account-changes/" + change.get("change_id") + "/refusal", refusal)
                .statusCode(200);

        assertThat(latest(kpm))
                .containsEntry("source", "REFUSAL")
                .containsEntry("caretaker_renamed", false);
        SECOND.get("/kpm/" + kpm).body("caretaker.name", equalTo(ENTERED));
        assertPaidTo(kpm, ENTERED);
    }

    @Test
    void nothingWaitsInAFamilyWithoutAnAccount() {
        sendFamily(ENTERED, "").statusCode(201);

        sendFamily(ANOTHER, "").statusCode(201).body("rows_applied", equalTo(1));

        UUID kpm = familyOf(card);
        assertThat(latest(kpm)).containsEntry("status", "NOTHING_TO_CONFIRM");
        payee(kpm)
                .body("items[0].payee_name", equalTo(ANOTHER))
                .body("items[0].account_confirmed", equalTo(true));
    }

    @Test
    void theDatabaseDoesNotLetACaretakerHaveANameThatIsNotInTheHistory() {
        confirmedFamily();

        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE family_member SET name_cipher = 'x' WHERE id = ?",
                                        memberOf(nik)))
                .hasStackTraceContaining("another name of a caretaker is a change of the account");
    }
}
