package id.pkh.registry.dataupdate;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a facilitator submits, and what a data administrator makes of it. */
@QuarkusTest
class DataUpdateComponentTest extends RegistryComponentTest {

    private static final Caller FACILITATOR = DataUpdateApi.FACILITATOR;
    private static final Caller ADMINISTRATOR = Api.administrator();

    /** An active family with a girl at primary school. */
    private record WithPupil(UUID kpm, UUID pupil) {}

    private WithPupil familyWithPupil() {
        String card = TestPeople.card();
        String nik = TestPeople.woman("2016-05-10");
        Api.importing("families", Rows.families().family(card, TestPeople.woman("1985-03-02")))
                .statusCode(201);
        Api.importing("members", Rows.members().pupil(card, nik, "2016-05-10")).statusCode(201);
        return new WithPupil(familyOf(card), memberOf(nik));
    }

    private static Map<String, Object> left(UUID pupil) {
        return Map.of("kind", "SCHOOL_LEFT", "member_id", pupil, "effective_on", "2026-01-12");
    }

    private static ValidatableResponse accept(String update, int revision) {
        return DataUpdateApi.accept(ADMINISTRATOR, update, revision);
    }

    @Test
    void anAcceptedUpdateIsAppliedAndNamesWhereItCameFrom() {
        WithPupil family = familyWithPupil();
        Map<String, Object> changed =
                Map.of(
                        "kind", "SCHOOL_CHANGED",
                        "member_id", family.pupil(),
                        "effective_on", "2026-01-12",
                        "component", "SMP",
                        "npsn", "10702399",
                        "nisn", "0123456789",
                        "grade", "7");

        String update =
                DataUpdateApi.submit(FACILITATOR, family.kpm(), changed)
                        .statusCode(201)
                        .body("state", equalTo("SUBMITTED"))
                        .body("revision", equalTo(1))
                        .body(
                                "changes[0].values.find { it.field == 'component' }.before",
                                equalTo("SD"))
                        .body(
                                "changes[0].values.find { it.field == 'nisn' }.becomes",
                                equalTo("******6789"))
                        .extract()
                        .path("update_id");
        assertThat(tables.spansOf(family.pupil())).hasSize(1);
        accept(update, 1)
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("changes[0].applied_version", equalTo(3))
                .body("history.act", equalTo(List.of("SUBMITTED", "ACCEPTED")));

        assertThat(tables.spansOf(family.pupil()))
                .extracting(span -> span.type() + " " + span.since() + " " + span.school())
                .containsExactly("SD 2024-07-14 10702345", "SMP 2026-01-12 10702399");
        assertThat(
                        tables.text(
                                "SELECT update_id::text FROM component_history WHERE member_id = ?",
                                family.pupil()))
                .isEqualTo(update);
        assertThat(tables.names(family.kpm()))
                .contains(
                        "data-update-submitted", "kpm-components-changed", "data-update-accepted");
        assertThat(tables.wholeOutbox()).doesNotContain("0123456789");
        assertThat(
                        tables.texts(
                                "SELECT template FROM notification WHERE receiver_ref = ?",
                                family.kpm().toString()))
                .contains("FAMILY_DATA_CHANGED");
    }

    @Test
    void whoSubmittedItDoesNotDecideOnIt() {
        WithPupil family = familyWithPupil();
        Caller both =
                Caller.named(
                        "two-roles",
                        List.of(Roles.FACILITATOR, Roles.DATA_ADMINISTRATOR),
                        "17.71.08");
        String update = DataUpdateApi.submitted(both, family.kpm(), left(family.pupil()));

        DataUpdateApi.accept(both, update, 1)
                .statusCode(409)
                .body("code", equalTo("UPDATE_SAME_PERSON"));
        DataUpdateApi.giveBack(both, update, 1)
                .statusCode(409)
                .body("code", equalTo("UPDATE_SAME_PERSON"));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO family_update_act VALUES (?::uuid, 2, 1,"
                                                + " 'ACCEPTED', 'two-roles', now(), '{}', NULL)",
                                        update))
                .hasStackTraceContaining("a person who did not submit it");
        accept(update, 2).statusCode(409).body("code", equalTo("UPDATE_REVISION_DIFFERS"));
        accept(update, 1).statusCode(200);
        accept(update, 1).statusCode(409).body("code", equalTo("UPDATE_NOT_OPEN"));
    }

    @Test
    void aReturnedUpdateIsSubmittedAgain() {
        WithPupil family = familyWithPupil();
        String update = DataUpdateApi.submitted(FACILITATOR, family.kpm(), left(family.pupil()));

        DataUpdateApi.giveBack(ADMINISTRATOR, update, 1)
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("history[1].reasons", equalTo(List.of("EVIDENCE_UNREADABLE")));
        accept(update, 1).statusCode(409).body("code", equalTo("UPDATE_NOT_OPEN"));
        assertThat(tables.names(family.kpm())).contains("data-update-returned");
        assertThat(tables.texts("SELECT template FROM notification WHERE kpm_id = ?", family.kpm()))
                .contains("UPDATE_RETURNED");
        DataUpdateApi.revise(FACILITATOR, update, 1, left(family.pupil()))
                .statusCode(201)
                .body("revision", equalTo(2))
                .body("state", equalTo("SUBMITTED"));
        DataUpdateApi.revise(FACILITATOR, update, 2, left(family.pupil()))
                .statusCode(409)
                .body("code", equalTo("UPDATE_NOT_OPEN"));
        accept(update, 2).statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void someChangesAreAcceptedAndTheOthersGoBack() {
        WithPupil family = familyWithPupil();
        Map<String, Object> renamed =
                Map.of(
                        "kind", "PERSON_CORRECTED",
                        "member_id", family.pupil(),
                        "effective_on", "2026-01-12",
                        "name", "ANAK LAIN");
        String update =
                DataUpdateApi.submitted(FACILITATOR, family.kpm(), left(family.pupil()), renamed);

        ADMINISTRATOR
                .post(
                        "/data-updates/" + update + "/acceptance",
                        Map.of("revision", 1, "changes", List.of(1)))
                .statusCode(422)
                .body("code", equalTo("UPDATE_REASONS_MISSING"));
        ADMINISTRATOR
                .post(
                        "/data-updates/" + update + "/acceptance",
                        Map.of("revision", 1, "changes", List.of(3)))
                .statusCode(422)
                .body("code", equalTo("UPDATE_CHANGES_UNKNOWN"));
        ADMINISTRATOR
                .post(
                        "/data-updates/" + update + "/acceptance",
                        Map.of(
                                "revision",
                                1,
                                "changes",
                                List.of(1),
                                "reasons",
                                List.of("WRONG_PERSON"),
                                "note",
                                "Whose name is it?"))
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("changes.state", equalTo(List.of("ACCEPTED", "RETURNED")));
        assertThat(tables.spansOf(family.pupil()).get(0).until()).isEqualTo("2026-01-11");

        FACILITATOR
                .post("/data-updates/" + update + "/withdrawal", Map.of("revision", 1))
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("changes.state", equalTo(List.of("ACCEPTED", "WITHDRAWN")));
        assertThat(tables.names(family.kpm())).contains("data-update-withdrawn");
    }

    @Test
    void whatContradictsAnUpdateAcceptedMeanwhileIsNotApplied() {
        WithPupil family = familyWithPupil();
        String first = DataUpdateApi.submitted(FACILITATOR, family.kpm(), left(family.pupil()));
        String second =
                DataUpdateApi.submitted(
                        FACILITATOR,
                        family.kpm(),
                        Map.of(
                                "kind", "COMPONENT_ENDED",
                                "member_id", family.pupil(),
                                "effective_on", "2026-01-20"));
        accept(first, 1).statusCode(200);

        accept(second, 1).statusCode(409).body("code", equalTo("UPDATE_CONFLICT"));
        ADMINISTRATOR
                .post(
                        "/data-updates/acceptances",
                        Map.of("updates", List.of(Map.of("update_id", second, "revision", 1))))
                .statusCode(200)
                .body("items[0].outcome", equalTo("UPDATE_CONFLICT"));

        assertThat(tables.spansOf(family.pupil()).get(0).until()).isEqualTo("2026-01-11");
        DataUpdateApi.giveBack(ADMINISTRATOR, second, 1).statusCode(200);
    }

    @Test
    void anAcceptedUpdateIsTakenBackByItsOpposite() {
        WithPupil family = familyWithPupil();
        String update = DataUpdateApi.submitted(FACILITATOR, family.kpm(), left(family.pupil()));
        FACILITATOR
                .post("/data-updates/" + update + "/reversal", Map.of("note", "It was her sister"))
                .statusCode(409)
                .body("code", equalTo("UPDATE_NOT_ACCEPTED"));
        accept(update, 1).statusCode(200);

        String reversal =
                ADMINISTRATOR
                        .post(
                                "/data-updates/" + update + "/reversal",
                                Map.of("note", "It was her sister"))
                        .statusCode(201)
                        .body("reverses", equalTo(update))
                        .body("changes[0].kind", equalTo("COMPONENT_BEGAN"))
                        .extract()
                        .path("update_id");
        FACILITATOR
                .post("/data-updates/" + update + "/reversal", Map.of("note", "again"))
                .statusCode(409)
                .body("code", equalTo("UPDATE_ALREADY_REVERSED"));
        accept(reversal, 1).statusCode(409).body("code", equalTo("UPDATE_SAME_PERSON"));
        DataUpdateApi.accept(DataUpdateApi.COLLEAGUE, reversal, 1).statusCode(200);

        assertThat(tables.spansOf(family.pupil())).hasSize(1);
        assertThat(tables.spansOf(family.pupil()).get(0).until()).isNull();
    }

    @Test
    void theSameRequestIsRecordedOnceAndTheSameChangeIsOpenOnce() {
        WithPupil family = familyWithPupil();
        Caller once = FACILITATOR.withNewKey();
        Map<String, Object> body = DataUpdateApi.submission(family.kpm(), left(family.pupil()));
        String update =
                once.post("/data-updates", body).statusCode(201).extract().path("update_id");

        once.post("/data-updates", body).statusCode(201).body("update_id", equalTo(update));
        FACILITATOR
                .withNewKey()
                .post("/data-updates", body)
                .statusCode(409)
                .body("code", equalTo("UPDATE_ALREADY_OPEN"));
        ADMINISTRATOR.get("/data-updates?kpm_id=" + family.kpm()).body("items", hasSize(1));
    }

    @Test
    void whatCannotBeAcceptedIsRefusedAtOnce() {
        WithPupil family = familyWithPupil();
        Map<String, Object> future =
                Map.of(
                        "kind",
                        "SCHOOL_LEFT",
                        "member_id",
                        family.pupil(),
                        "effective_on",
                        today().plusDays(3).toString());
        DataUpdateApi.submit(FACILITATOR, family.kpm(), future)
                .statusCode(422)
                .body("code", equalTo("UPDATE_IN_FUTURE"));
        Map<String, Object> nine =
                Map.of(
                        "kind", "SCHOOL_CHANGED",
                        "member_id", family.pupil(),
                        "effective_on", "2026-01-12",
                        "component", "SMP",
                        "npsn", "10702399",
                        "nisn", "123456789");
        DataUpdateApi.submit(FACILITATOR, family.kpm(), nine)
                .statusCode(422)
                .body("code", equalTo("NISN_INVALID"));
        DataUpdateApi.submit(Caller.facilitator("17.71.09"), family.kpm(), left(family.pupil()))
                .statusCode(404);
        DataUpdateApi.submit(FACILITATOR, UUID.randomUUID(), left(family.pupil())).statusCode(404);
        DataUpdateApi.submit(FACILITATOR, family.kpm(), left(UUID.randomUUID()))
                .statusCode(422)
                .body("code", equalTo("NOT_A_MEMBER"));
        DataUpdateApi.submit(
                        FACILITATOR,
                        family.kpm(),
                        Map.of(
                                "kind", "SCHOOL_LEFT",
                                "member_id", family.pupil(),
                                "effective_on", "2020-01-12"))
                .statusCode(409)
                .body("code", equalTo("EFFECTIVE_BEFORE_CURRENT_COMPONENT"));

        String open = DataUpdateApi.submitted(FACILITATOR, family.kpm(), left(family.pupil()));
        leaves(family.kpm(), Measure.TERMINATE);
        accept(open, 1).statusCode(409).body("code", equalTo("KPM_CLOSED"));
        DataUpdateApi.submit(FACILITATOR, family.kpm(), left(family.pupil()))
                .statusCode(409)
                .body("code", equalTo("KPM_CLOSED"));
        DataUpdateApi.giveBack(ADMINISTRATOR, open, 1).statusCode(200);
    }

    @Test
    void numbersAreMaskedAndNamesAreHiddenFromTheMinistry() {
        WithPupil family = familyWithPupil();
        String nik = TestPeople.woman("2016-05-11");
        String update =
                DataUpdateApi.submitted(
                        FACILITATOR,
                        family.kpm(),
                        Map.of(
                                "kind", "PERSON_CORRECTED",
                                "member_id", family.pupil(),
                                "effective_on", "2026-01-12",
                                "nik", nik,
                                "name", "ANAK LAIN",
                                "birth_date", "2016-05-11"));

        String value = "changes[0].values.find { it.field == '%s' }.becomes";
        ADMINISTRATOR
                .get("/data-updates/" + update)
                .body(value.formatted("nik"), equalTo("************" + nik.substring(12)))
                .body(value.formatted("name"), equalTo("ANAK LAIN"));
        Caller.officer()
                .get("/data-updates/" + update)
                .body(value.formatted("name"), nullValue())
                .body(value.formatted("birth_date"), nullValue());
        ADMINISTRATOR
                .get("/data-updates/" + update + "?reveal=identifiers&purpose=card")
                .body(value.formatted("nik"), equalTo(nik));
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM read_log WHERE subject_kind = 'data_update'"
                                        + " AND subject_id = ?",
                                update))
                .isEqualTo(1);
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM family_update_change"
                                        + " WHERE position(?::bytea in becomes_cipher) > 0",
                                nik))
                .isZero();
        accept(update, 1).statusCode(200);
        assertThat(memberOf(nik)).isEqualTo(family.pupil());
        assertThat(tables.wholeOutbox()).doesNotContain(nik);
    }

    @Test
    void theListShowsWhatIsOverdue() {
        WithPupil family = familyWithPupil();
        String update = DataUpdateApi.submitted(FACILITATOR, family.kpm(), left(family.pupil()));
        ADMINISTRATOR
                .get("/data-updates?overdue=true&kpm_id=" + family.kpm())
                .body("items", hasSize(0));

        tables.execute(
                "UPDATE family_update SET due_on = current_date - 2 WHERE update_id = ?::uuid",
                update);

        ADMINISTRATOR
                .get("/data-updates?overdue=true&state=SUBMITTED&submitted_by=facilitator-7")
                .body("items.update_id", hasItem(update))
                .body("items.find { it.update_id == '" + update + "' }.overdue", equalTo(true));
        Caller.administrator("17.71.09")
                .get("/data-updates?overdue=true")
                .body("items.update_id", not(hasItem(update)));
    }
}
