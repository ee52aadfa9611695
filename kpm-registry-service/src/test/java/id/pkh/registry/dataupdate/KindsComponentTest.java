package id.pkh.registry.dataupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What each kind of change makes of a family. */
@QuarkusTest
class KindsComponentTest extends RegistryComponentTest {

    private static final Caller FACILITATOR = DataUpdateApi.FACILITATOR;
    private static final String DAY = "2026-01-12";

    @Inject TellOverdue tellOverdue;

    private static Map<String, Object> change(String kind, Object... fieldsAndValues) {
        Map<String, Object> change = new HashMap<>(Map.of("kind", kind, "effective_on", DAY));
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            change.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return change;
    }

    private static String accepted(UUID kpm, Map<String, Object> change) {
        String update = DataUpdateApi.submitted(FACILITATOR, kpm, change);
        DataUpdateApi.accept(Api.administrator(), update, 1).statusCode(200);
        return update;
    }

    private static void reversed(String update) {
        String reversal =
                FACILITATOR
                        .post("/data-updates/" + update + "/reversal", Map.of("note", "wrong"))
                        .statusCode(201)
                        .extract()
                        .path("update_id");
        DataUpdateApi.accept(Api.administrator(), reversal, 1).statusCode(200);
    }

    private UUID caretakerOf(UUID kpm) {
        return UUID.fromString(
                tables.text("SELECT caretaker_member_id::text FROM kpm WHERE id = ?", kpm));
    }

    private String column(String column, UUID member) {
        return tables.text("SELECT " + column + "::text FROM family_member WHERE id = ?", member);
    }

    @Test
    void aBirthAddsAChild() {
        UUID kpm = importedFamily();
        String nik = TestPeople.man("2026-01-05");

        String update =
                accepted(
                        kpm,
                        change(
                                "BIRTH",
                                "nik",
                                nik,
                                "name",
                                "BAYI CONTOH",
                                "birth_date",
                                "2026-01-05"));

        assertThat(column("component || ' ' || component_since", memberOf(nik)))
                .isEqualTo("EARLY_CHILD " + DAY);
        reversed(update);
        assertThat(column("component_until", memberOf(nik))).isEqualTo(DAY);
    }

    @Test
    void aDeathEndsTheComponentAndIsCorrected() {
        String card = TestPeople.card();
        String nik = TestPeople.woman("2016-05-10");
        Api.importing("families", Rows.families().family(card, TestPeople.woman("1985-03-02")));
        Api.importing("members", Rows.members().pupil(card, nik, "2016-05-10")).statusCode(201);
        UUID kpm = familyOf(card);
        UUID pupil = memberOf(nik);

        String update = accepted(kpm, change("DEATH", "member_id", pupil));

        assertThat(column("died_on || ' ' || component_until", pupil)).isEqualTo(DAY + " " + DAY);
        DataUpdateApi.submit(
                        FACILITATOR,
                        kpm,
                        change("COMPONENT_BEGAN", "member_id", pupil, "component", "SMP"))
                .statusCode(409)
                .body("code", equalTo("MEMBER_DECEASED"));
        Api.importing(
                        "members",
                        Rows.members()
                                .row(
                                        card,
                                        nik,
                                        "ANAK CONTOH",
                                        "2016-05-10",
                                        "P",
                                        "SD",
                                        "10702345",
                                        "0123456789",
                                        "4",
                                        "14/07/2024",
                                        ""))
                .body("refusals[0].code", equalTo("MEMBER_DECEASED"));
        reversed(update);
        assertThat(column("coalesce(died_on::text, 'alive')", pupil)).isEqualTo("alive");
        assertThat(column("coalesce(component_until::text, 'open')", pupil)).isEqualTo("open");
        DataUpdateApi.submit(FACILITATOR, kpm, change("DEATH_CORRECTED", "member_id", pupil))
                .statusCode(409)
                .body("code", equalTo("MEMBER_NOT_DECEASED"));
    }

    @Test
    void theCaretakerIsFollowedByAnother() {
        UUID kpm = importedFamily();
        UUID caretaker = caretakerOf(kpm);
        String next = TestPeople.man("1980-02-03");

        DataUpdateApi.submit(FACILITATOR, kpm, change("DEATH", "member_id", caretaker))
                .statusCode(422)
                .body("code", equalTo("UPDATE_CARETAKER_NEEDED"));
        String update =
                accepted(
                        kpm,
                        change(
                                "DEATH_OF_CARETAKER",
                                "member_id",
                                caretaker,
                                "nik",
                                next,
                                "name",
                                "BUDI CONTOH"));
        assertThat(caretakerOf(kpm)).isEqualTo(memberOf(next));
        assertThat(column("died_on", caretaker)).isEqualTo(DAY);
        assertThat(
                        tables.text(
                                "SELECT update_id::text FROM account_change WHERE kpm_id = ?"
                                        + " ORDER BY change_no DESC",
                                kpm))
                .isEqualTo(update);
        reversed(update);
        assertThat(caretakerOf(kpm)).isEqualTo(caretaker);
    }

    @Test
    void anAccountWaitsForAThirdPerson() {
        UUID kpm = importedFamily();
        Caller submitter =
                Caller.named(
                        "both", List.of(Roles.FACILITATOR, Roles.DATA_ADMINISTRATOR), "17.71.08");
        String account = TestPeople.account();
        String update =
                DataUpdateApi.submitted(
                        submitter,
                        kpm,
                        change("ACCOUNT", "paying_bank", "BNI", "account_number", account));
        DataUpdateApi.accept(Api.administrator(), update, 1).statusCode(200);

        String change =
                Api.administrator()
                        .read("/account-changes?status=WAITING&kpm_id=" + kpm)
                        .getString("items[0].change_id");
        Map<String, Object> shown =
                Map.of(
                        "change_no",
                        tables.number(
                                "SELECT change_no FROM account_change WHERE change_id = ?::uuid",
                                change),
                        "account_number",
                        "********" + account.substring(8));
        for (Caller part : List.of(submitter, Api.administrator())) {
            part.post("/account-changes/" + change + "/confirmation", shown)
                    .statusCode(409)
                    .body("code", equalTo("ACCOUNT_CHANGE_SAME_PERSON"));
        }
        DataUpdateApi.COLLEAGUE
                .post("/account-changes/" + change + "/confirmation", shown)
                .statusCode(200);
    }

    @Test
    void aNumberWaitsForAThirdPerson() {
        UUID kpm = importedFamily();
        accepted(kpm, change("TELEPHONE_CHANGED", "telephone", TestPeople.telephone()));
        Caller submitter =
                Caller.named(
                        "both", List.of(Roles.FACILITATOR, Roles.DATA_ADMINISTRATOR), "17.71.08");
        String update =
                DataUpdateApi.submitted(
                        submitter,
                        kpm,
                        change("TELEPHONE_CHANGED", "telephone", TestPeople.telephone()));
        DataUpdateApi.accept(Api.administrator(), update, 1).statusCode(200);

        String waiting =
                Api.administrator()
                        .read("/contact-changes?only_waiting=true&holder_ref=" + kpm)
                        .getString("items[0].change_id");
        for (Caller part : List.of(submitter, Api.administrator())) {
            part.post("/contact-changes/" + waiting + "/confirmation")
                    .statusCode(409)
                    .body("code", equalTo("CONTACT_CHANGE_SAME_PERSON"));
        }
        DataUpdateApi.COLLEAGUE
                .post("/contact-changes/" + waiting + "/confirmation")
                .statusCode(200);
    }

    @Test
    void aMoveIsAcceptedByAPersonOfBothVillages() {
        UUID kpm = importedFamily();
        String update =
                DataUpdateApi.submitted(
                        FACILITATOR, kpm, change("MOVE_WITHIN", "village_code", "17.71.08.1002"));
        Caller ofTheVillage =
                Caller.named("administrator-3", Roles.DATA_ADMINISTRATOR, "17.71.08.1001");

        DataUpdateApi.accept(ofTheVillage, update, 1)
                .statusCode(422)
                .body("code", equalTo("VILLAGE_UNKNOWN"));
        DataUpdateApi.accept(Api.administrator(), update, 1)
                .statusCode(200)
                .body("village_code", equalTo("17.71.08.1002"));
        DataUpdateApi.submit(
                        Caller.facilitator("17.71.08"),
                        kpm,
                        change("MOVE_WITHIN", "village_code", "17.71.08.9999"))
                .statusCode(422)
                .body("code", equalTo("VILLAGE_UNKNOWN"));
    }

    @Test
    void aPregnancyBeginsAndEnds() {
        UUID kpm = importedFamily();
        UUID mother = caretakerOf(kpm);

        accepted(kpm, change("PREGNANCY_BEGAN", "member_id", mother, "birth_date", "1985-03-02"));
        assertThat(column("component", mother)).isEqualTo("PREGNANT_POSTPARTUM");
        DataUpdateApi.submit(FACILITATOR, kpm, change("SCHOOL_LEFT", "member_id", mother))
                .statusCode(422)
                .body("code", equalTo("UPDATE_COMPONENT_DISAGREES"));
        Map<String, Object> ended = change("PREGNANCY_ENDED", "member_id", mother);
        ended.put("effective_on", "2026-03-20");
        accepted(kpm, ended);
        assertThat(column("component_until", mother)).isEqualTo("2026-03-19");
    }

    @Test
    void theAdministratorIsNotifiedOnceOfWhatIsOverdue() {
        UUID kpm = importedFamily();
        String update =
                DataUpdateApi.submitted(
                        FACILITATOR,
                        kpm,
                        change("TELEPHONE_CHANGED", "telephone", TestPeople.telephone()));
        tables.execute(
                "UPDATE family_update SET due_on = current_date - 2 WHERE update_id = ?::uuid",
                update);

        tellOverdue.handle();
        tellOverdue.handle();

        assertThat(
                        tables.lines(
                                "SELECT template, receiver_role, receiver_ref FROM notification"
                                        + " WHERE kpm_id = ?",
                                kpm))
                .containsExactly("UPDATE_OVERDUE DATA_ADMINISTRATOR 17.71");
    }
}
