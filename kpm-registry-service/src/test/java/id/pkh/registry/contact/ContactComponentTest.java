package id.pkh.registry.contact;

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
import id.pkh.testsupport.files.Workbooks;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactComponentTest extends RegistryComponentTest {

    private static final String DISTRICT = "17.71.08";
    private static final Caller COLLEAGUE =
            Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, DISTRICT);

    private static ValidatableResponse enter(Caller caller, Object family, String number) {
        Map<String, Object> body = new HashMap<>();
        body.put("holder_role", "FAMILY");
        body.put("holder_ref", family.toString());
        body.put("telephone", number);
        return caller.post("/contacts", body);
    }

    private static String end(String number) {
        return "**********" + number.substring(number.length() - 4);
    }

    private String waitingOf(Object family) {
        return Api.administrator()
                .read("/contact-changes?only_waiting=true&holder_ref=" + family)
                .getString("items[0].change_id");
    }

    private String notified(Object family) {
        return tables.text(
                "SELECT string_agg(template || ' ' || state, ',' ORDER BY notification_id)"
                        + " FROM notification WHERE receiver_ref = ?",
                family.toString());
    }

    @Test
    void theFirstNumberStandsAtOnceAndIsShownMasked() {
        UUID family = importedFamily();
        String number = TestPeople.telephone();

        enter(Api.administrator(), family, number)
                .statusCode(200)
                .body("telephone", equalTo(end(number)))
                .body("route", equalTo("MESSAGE"))
                .body("waiting", nullValue());
        enter(Api.administrator(), family, "+62 " + number.substring(1)).statusCode(200);

        Caller.facilitator("17.71.08.1001")
                .get("/contacts?holder_ref=" + family)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].telephone", equalTo(end(number)));
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM contact_change WHERE holder_ref = ?",
                                family.toString()))
                .isEqualTo(1);
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM contact_change WHERE position(?::bytea in"
                                        + " telephone_cipher) > 0",
                                number.substring(1)))
                .isZero();
    }

    @Test
    void anotherNumberWaitsForAnotherPersonAndTheNumberOfBeforeIsNotified() {
        UUID family = importedFamily();
        String first = TestPeople.telephone();
        String second = TestPeople.telephone();
        enter(Api.administrator(), family, first).statusCode(200);

        enter(Api.administrator(), family, second)
                .statusCode(200)
                .body("telephone", equalTo(end(first)))
                .body("waiting.telephone", equalTo(end(second)));
        String change = waitingOf(family);

        assertThat(notified(family)).isEqualTo("NUMBER_CHANGED QUEUED");
        assertThat(
                        tables.text(
                                "SELECT c.change_no::text FROM notification n JOIN contact_change c"
                                        + " ON c.change_id = n.to_change_id WHERE n.receiver_ref = ?",
                                family.toString()))
                .isEqualTo("1");
        Api.administrator()
                .post("/contact-changes/" + change + "/confirmation")
                .statusCode(409)
                .body("code", equalTo("CONTACT_CHANGE_SAME_PERSON"));
        Caller.named("elsewhere", Roles.DATA_ADMINISTRATOR, "17.71.09")
                .post("/contact-changes/" + change + "/confirmation")
                .statusCode(404);
        COLLEAGUE
                .post("/contact-changes/" + change + "/confirmation")
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"));
        COLLEAGUE
                .post("/contact-changes/" + change + "/refusal")
                .statusCode(409)
                .body("code", equalTo("CONTACT_CHANGE_NOT_WAITING"));
        assertThat(
                        Api.administrator()
                                .read("/contacts?holder_ref=" + family)
                                .getString("items[0].telephone"))
                .isEqualTo(end(second));
    }

    @Test
    void aRefusedNumberLeavesTheNumberOfBefore() {
        UUID family = importedFamily();
        String first = TestPeople.telephone();
        enter(Api.administrator(), family, first).statusCode(200);
        enter(Api.administrator(), family, TestPeople.telephone()).statusCode(200);

        Api.administrator()
                .post("/contact-changes/" + waitingOf(family) + "/refusal")
                .statusCode(200)
                .body("status", equalTo("REFUSED"));

        Api.administrator()
                .get("/contacts?holder_ref=" + family)
                .body("items[0].telephone", equalTo(end(first)))
                .body("items[0].waiting", nullValue());
    }

    @Test
    void aWithdrawalStandsAtOnceAndIsNoWayAroundTheSecondPerson() {
        UUID family = importedFamily();
        String first = TestPeople.telephone();
        enter(Api.administrator(), family, first).statusCode(200);

        enter(Api.administrator(), family, null)
                .statusCode(200)
                .body("telephone", nullValue())
                .body("route", equalTo("PRINTED"));
        assertThat(notified(family)).isEqualTo("NUMBER_WITHDRAWN QUEUED");
        enter(Api.administrator(), family, TestPeople.telephone())
                .statusCode(200)
                .body("telephone", nullValue())
                .body("waiting.changed_by", equalTo("data_administrator-1"));
        enter(Api.administrator(), family, first)
                .statusCode(200)
                .body("telephone", equalTo(end(first)))
                .body("waiting", nullValue());
    }

    @Test
    void theDatabaseKnowsTheSecondPersonAsWell() {
        UUID family = importedFamily();
        enter(Api.administrator(), family, TestPeople.telephone()).statusCode(200);
        enter(Api.administrator(), family, TestPeople.telephone()).statusCode(200);
        UUID waiting = UUID.fromString(waitingOf(family));

        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO contact_decision SELECT change_id, 'CONFIRMED',"
                                                + " changed_by, now() FROM contact_change"
                                                + " WHERE change_id = ?",
                                        waiting))
                .hasStackTraceContaining("confirmed by a person who did not enter it");
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE contact SET current_change_id = waiting_change_id,"
                                                + " waiting_change_id = NULL WHERE holder_ref = ?",
                                        family.toString()))
                .hasStackTraceContaining("when another person has confirmed it");
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO contact_change SELECT gen_random_uuid(),"
                                                + " holder_role, holder_ref, change_no + 1, area_code,"
                                                + " kpm_id, caretaker_member_id, telephone_cipher,"
                                                + " telephone_token, route, source, file_id, line,"
                                                + " false, changed_by, changed_at FROM contact_change"
                                                + " WHERE change_id = ?",
                                        waiting))
                .hasStackTraceContaining("another number waits for another person");
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE contact_change SET route = 'PRINTED'"
                                                + " WHERE change_id = ?",
                                        waiting))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void nobodyOfOtherAreasAndNobodyUnknownGetsANumber() {
        UUID family = importedFamily();

        enter(Caller.administrator("17.71.09"), family, TestPeople.telephone())
                .statusCode(422)
                .body("code", equalTo("HOLDER_UNKNOWN"));
        enter(Api.administrator(), UUID.randomUUID(), TestPeople.telephone())
                .statusCode(422)
                .body("code", equalTo("HOLDER_UNKNOWN"));
        enter(Api.administrator(), family, "12345")
                .statusCode(422)
                .body("code", equalTo("TELEPHONE_INVALID"));
    }

    @Test
    void aListHasTheNumbersOfFamiliesChairsAndOffices() {
        String nik = TestPeople.woman("1985-03-02");
        Api.importing("families", Rows.families().family(TestPeople.card(), nik)).statusCode(201);
        String ofFamily = TestPeople.telephone();
        Rows rows =
                Rows.of("peran;kunci;telepon;jalur")
                        .row("PENGURUS", nik, ofFamily, "")
                        .row("KETUA", "17.71.08.1001-01", TestPeople.telephone(), "PESAN")
                        .row("KOORDINATOR", DISTRICT, "0736-555123", "")
                        .row("PENGURUS", TestPeople.woman("1986-03-02"), TestPeople.telephone(), "")
                        .row("KETUA", "17.71.09.1001-01", TestPeople.telephone(), "")
                        .row("KORWIL", "17", TestPeople.telephone(), "")
                        .row("PENGURUS", nik, "telepon", "");

        Api.sending(Api.administrator(), "contacts", rows.text())
                .statusCode(201)
                .body("rows_applied", equalTo(3))
                .body("rows_refused", equalTo(4))
                .body("refusals[0].code", equalTo("HOLDER_UNKNOWN"))
                .body("refusals[1].code", equalTo("HOLDER_UNKNOWN"))
                .body("refusals[2].code", equalTo("RECEIVER_ROLE_UNKNOWN"))
                .body("refusals[3].code", equalTo("TELEPHONE_INVALID"));

        Api.administrator()
                .get("/contacts?holder_role=FAMILY&holder_ref=" + familyOfNik(nik))
                .body("items[0].telephone", equalTo(end(ofFamily)));
    }

    @Test
    void aWorkbookWorksAsWell() {
        String nik = TestPeople.woman("1985-03-02");
        Api.importing("families", Rows.families().family(TestPeople.card(), nik)).statusCode(201);

        Api.administrator()
                .send(
                        "/imports/contacts",
                        Workbooks.xlsx(
                                List.of(
                                        List.of("peran", "kunci", "telepon"),
                                        List.of("PENGURUS", nik, TestPeople.telephone()))),
                        Map.of("filename", "contacts.xlsx"))
                .statusCode(201)
                .body("rows_applied", equalTo(1));
    }

    private String familyOfNik(String nik) {
        return tables.text("SELECT kpm_id FROM family_member WHERE nik_token = ?", nikToken(nik));
    }
}
