package id.pkh.registry.imports;

import static id.pkh.registry.support.Api.importing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberImportComponentTest extends RegistryComponentTest {

    private final String card = TestPeople.card();
    private final String caretaker = TestPeople.woman("1985-03-02");
    private final String pupil = TestPeople.woman("2016-05-10");
    private UUID kpm;

    @BeforeEach
    void aFamily() {
        importing("families", Rows.families().family(card, caretaker)).statusCode(201);
        kpm = familyOf(card);
    }

    @Test
    void membersOfAFamilyArePublishedTogetherInOneState() {
        String toddler = TestPeople.man("2023-01-31");
        importing(
                        "members",
                        Rows.members()
                                .pupil(card, pupil, "10/05/2016")
                                .row(
                                        card,
                                        toddler,
                                        "ADIK CONTOH",
                                        "2023-01-31",
                                        "L",
                                        "ANAK USIA DINI",
                                        "",
                                        "",
                                        "",
                                        "31/01/2023",
                                        "")
                                .row(
                                        card,
                                        caretaker,
                                        "SITI CONTOH",
                                        "02-03-1985",
                                        "P",
                                        "HAMIL/NIFAS",
                                        "",
                                        "",
                                        "",
                                        "2025-11-01",
                                        ""))
                .statusCode(201)
                .body("rows_applied", equalTo(3));

        assertThat(tables.names(kpm))
                .containsExactly(
                        "kpm-registered", "kpm-state", "kpm-components-changed", "kpm-state");
        PublishedEvent state = tables.lastState(kpm);
        assertThat(state.sequence()).isEqualTo(2);
        assertThat(state.payload().get("occurred_on").asText()).isEqualTo("2025-11-01");
        assertThat(state.payload().get("members").findValuesAsText("component"))
                .containsExactlyInAnyOrder("SD", "EARLY_CHILD", "PREGNANT_POSTPARTUM");
        JsonNode girl = member(state, pupil);
        assertThat(girl.get("birth_month").asText()).isEqualTo("2016-05");
        assertThat(girl.get("school_id").asText()).isEqualTo("10702345");
        assertThat(girl.get("component_since").asText()).isEqualTo("2024-07-14");
        assertThat(girl.get("component_until").isNull()).isTrue();
        assertThat(member(state, caretaker).get("member_id").asText())
                .isEqualTo(state.payload().get("caretaker_member_id").asText());
    }

    private JsonNode member(PublishedEvent state, String nik) {
        for (JsonNode member : state.payload().get("members")) {
            if (member.get("nik_token").asText().equals(nikToken(nik))) {
                return member;
            }
        }
        throw new AssertionError("not in the state");
    }

    @Test
    void theSameRowAgainIsUnchangedAndAnotherComponentIsAChangeWithHistory() {
        Rows first = Rows.members().pupil(card, pupil, "10/05/2016");
        importing("members", first).statusCode(201);

        importing(
                        "members",
                        Rows.members()
                                .pupil(card, pupil, "10/05/2016")
                                .row(
                                        card,
                                        pupil,
                                        "ANAK CONTOH",
                                        "10/05/2016",
                                        "P",
                                        "SMP",
                                        "10702399",
                                        "0123456789",
                                        "7",
                                        "13/07/2026",
                                        ""))
                .statusCode(201)
                .body("rows_unchanged", equalTo(1))
                .body("rows_applied", equalTo(1));

        PublishedEvent state = tables.lastState(kpm);
        assertThat(state.payload().get("members").findValuesAsText("component"))
                .containsExactly("SD", "SMP");
        assertThat(state.payload().get("members").findValuesAsText("school_id"))
                .containsExactly("10702345", "10702399");
        assertThat(state.payload().get("occurred_on").asText()).isEqualTo("2026-07-13");
        assertThat(
                        tables.text(
                                "SELECT component || ' ' || component_since || ' ' || component_until"
                                        + " FROM component_history WHERE kpm_id = ?",
                                kpm))
                .isEqualTo("SD 2024-07-14 2026-07-12");

        long published = tables.published(kpm).size();
        importing("members", first).statusCode(200);
        importing(
                        "members",
                        Rows.members()
                                .pupil(card, pupil, "10/05/2016")
                                .pupil(card, TestPeople.woman("2017-02-01"), "01/02/2018"))
                .statusCode(201)
                .body("rows_unchanged", equalTo(1));
        assertThat(tables.published(kpm)).hasSize((int) published);
    }

    @Test
    void badRowsAreRefusedWithEverythingThatIsWrong() {
        String boy = TestPeople.man("2016-05-10");
        importing(
                        "members",
                        Rows.members()
                                .pupil(card, pupil, "10/05/2016")
                                .row(
                                        card,
                                        boy,
                                        "A",
                                        "11/05/2016",
                                        "L",
                                        "SD",
                                        "",
                                        "",
                                        "",
                                        "2024-07-14",
                                        "")
                                .row(
                                        card,
                                        boy,
                                        "A",
                                        "10/05/2016",
                                        "P",
                                        "SD",
                                        "",
                                        "",
                                        "",
                                        "2024-07-14",
                                        "")
                                .row(
                                        card,
                                        boy,
                                        "A",
                                        "10/05/2016",
                                        "X",
                                        "SD",
                                        "",
                                        "",
                                        "",
                                        "2024-07-14",
                                        "")
                                .row(
                                        card,
                                        boy,
                                        "A",
                                        "10/05/2016",
                                        "L",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "2024-07-14",
                                        "")
                                .row(
                                        card,
                                        boy,
                                        "A",
                                        "10/05/2016",
                                        "L",
                                        "TK",
                                        "",
                                        "",
                                        "",
                                        "2024-07-14",
                                        "")
                                .row(
                                        card,
                                        boy,
                                        "A",
                                        "10/05/2016",
                                        "L",
                                        "SD",
                                        "123",
                                        "",
                                        "",
                                        "2024-07-14",
                                        "")
                                .row(
                                        TestPeople.card(),
                                        boy,
                                        "A",
                                        "10/05/2016",
                                        "L",
                                        "SD",
                                        "",
                                        "",
                                        "",
                                        "2024-07-14",
                                        "")
                                .row(
                                        card,
                                        boy,
                                        "",
                                        "10/05/2016",
                                        "L",
                                        "SD",
                                        "",
                                        "",
                                        "",
                                        "14 Juli",
                                        "")
                                .row(
                                        card,
                                        boy,
                                        "A",
                                        "10/05/2016",
                                        "L",
                                        "SD",
                                        "",
                                        "",
                                        "",
                                        "2024-07-14",
                                        "2024-07-13")
                                .row(
                                        card,
                                        boy,
                                        "A",
                                        "10/05/2016",
                                        "L",
                                        "HAMIL",
                                        "",
                                        "",
                                        "",
                                        "2024-07-14",
                                        ""))
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("rows_refused", equalTo(10))
                .body("refusals.line", contains(3, 4, 5, 6, 7, 8, 9, 10, 10, 11, 12))
                .body(
                        "refusals.code",
                        contains(
                                "NIK_DISAGREES_WITH_BIRTH_DATE",
                                "NIK_DISAGREES_WITH_SEX",
                                "SEX_UNKNOWN",
                                "MEMBER_WITHOUT_COMPONENT",
                                "COMPONENT_UNKNOWN",
                                "NPSN_INVALID",
                                "FAMILY_UNKNOWN",
                                "NAME_MISSING",
                                "DATE_UNREADABLE",
                                "DATE_RANGE_INVALID",
                                "COMPONENT_DISAGREES_WITH_SEX"));
    }

    @Test
    void aRowFromBeforeThePresentComponentIsRefusedUnlessItOnlyCorrectsItsFirstDay() {
        importing("members", Rows.members().pupil(card, pupil, "10/05/2016")).statusCode(201);
        importing(
                        "members",
                        Rows.members()
                                .row(
                                        card,
                                        pupil,
                                        "ANAK CONTOH",
                                        "10/05/2016",
                                        "P",
                                        "ANAK USIA DINI",
                                        "",
                                        "",
                                        "",
                                        "2020-01-01",
                                        ""))
                .statusCode(422)
                .body("refusals.code", contains("EFFECTIVE_BEFORE_CURRENT_COMPONENT"))
                .body("refusals[0].expected", equalTo("2024-07-14 or later"));
        importing(
                        "members",
                        Rows.members()
                                .row(
                                        card,
                                        pupil,
                                        "ANAK CONTOH",
                                        "10/05/2016",
                                        "P",
                                        "SD",
                                        "10702345",
                                        "0123456789",
                                        "3",
                                        "2024-07-01",
                                        ""))
                .statusCode(201);
        assertThat(member(tables.lastState(kpm), pupil).get("component_since").asText())
                .isEqualTo("2024-07-01");
    }

    @Test
    void aNikOfAnotherPersonIsRefused() {
        String otherCard = TestPeople.card();
        importing("families", Rows.families().family(otherCard, TestPeople.woman("1979-09-09")))
                .statusCode(201);
        importing(
                        "members",
                        Rows.members()
                                .pupil(card, pupil, "10/05/2016")
                                .pupil(otherCard, pupil, "10/05/2016")
                                .row(
                                        card,
                                        pupil,
                                        "KEMBAR CONTOH",
                                        "10/05/2016",
                                        "P",
                                        "SD",
                                        "",
                                        "",
                                        "",
                                        "2024-07-14",
                                        ""))
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("refusals.line", contains(3, 4))
                .body("refusals.code", contains("NIK_DUPLICATE", "NIK_DUPLICATE"))
                .body("refusals[0].masked_value", equalTo("*".repeat(12) + pupil.substring(12)));
    }

    @Test
    void aFamilyOfAnotherAreaIsUnknown() {
        importing(
                        Caller.as(Roles.DATA_ADMINISTRATOR, "17.71.08.1007"),
                        "members",
                        Rows.members().pupil(card, pupil, "10/05/2016").text())
                .statusCode(422)
                .body("refusals.code", contains("FAMILY_UNKNOWN"));
        assertThat(tables.names(kpm)).isEqualTo(List.of("kpm-registered", "kpm-state"));
    }

    @Test
    void anEndedComponentIsNoLongerCarriedButStaysInTheState() {
        importing("members", Rows.members().pupil(card, pupil, "10/05/2016")).statusCode(201);
        importing(
                        "members",
                        Rows.members()
                                .row(
                                        card,
                                        pupil,
                                        "ANAK CONTOH",
                                        "10/05/2016",
                                        "P",
                                        "SD",
                                        "10702345",
                                        "0123456789",
                                        "3",
                                        "14/07/2024",
                                        "30/06/2026"))
                .statusCode(201);

        List<PublishedEvent> published = tables.published(kpm);
        PublishedEvent changed = published.get(published.size() - 2);
        assertThat(changed.name()).isEqualTo("kpm-components-changed");
        assertThat(changed.payload().get("before")).hasSize(1);
        assertThat(changed.payload().get("after")).isEmpty();
        assertThat(changed.payload().get("occurred_on").asText()).isEqualTo("2026-07-01");
        assertThat(member(tables.lastState(kpm), pupil).get("component_until").asText())
                .isEqualTo("2026-06-30");
    }
}
