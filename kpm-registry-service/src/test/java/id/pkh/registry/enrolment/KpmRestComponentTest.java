package id.pkh.registry.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KpmRestComponentTest extends RegistryComponentTest {

    private final String card = TestPeople.card();
    private final String caretaker = TestPeople.woman("1985-03-02");
    private final String pupil = TestPeople.woman("2016-05-10");

    private Map<String, Object> family() {
        Map<String, Object> family = new HashMap<>();
        family.put("family_card", card);
        family.put("caretaker", Map.of("nik", caretaker, "name", "Siti Contoh"));
        family.put("address", "Jalan Contoh 1");
        family.put("village_code", "17.71.08.1003");
        family.put("group_code", "17.71.08.1003-01");
        family.put("paying_bank", "MANDIRI");
        family.put("account_number", TestPeople.account());
        family.put("participating_since", "2025-01-01");
        family.put("members", List.of(pupil()));
        return family;
    }

    private Map<String, Object> pupil() {
        return Map.of(
                "nik", pupil,
                "name", "Anak Contoh",
                "birth_date", "2016-05-10",
                "sex", "P",
                "component", "SD",
                "npsn", "10702345",
                "component_since", "2025-07-14");
    }

    private UUID registered() {
        return UUID.fromString(
                Api.administrator()
                        .post("/kpm", family())
                        .statusCode(201)
                        .extract()
                        .path("kpm_id"));
    }

    private static ValidatableResponse change(UUID kpm, String what, Map<String, ?> body) {
        return Api.administrator().post("/kpm/" + kpm + "/" + what, body);
    }

    @Test
    void aFamilyIsRegisteredWithItsMembersAndShownWithMaskedNumbers() {
        Api.administrator()
                .post("/kpm", family())
                .statusCode(201)
                .body("family_card", equalTo("*".repeat(12) + card.substring(12)))
                .body("caretaker.nik", equalTo("*".repeat(12) + caretaker.substring(12)))
                .body("caretaker.name", equalTo("Siti Contoh"))
                .body("version", equalTo(1));

        UUID kpm = familyOf(card);
        assertThat(tables.names(kpm))
                .containsExactly("kpm-registered", "account-changed", "kpm-state");
        assertThat(tables.published(kpm).get(0).payload().get("member_count").asInt()).isEqualTo(1);
        assertThat(Api.administrator().read("/kpm/" + kpm + "/members").getList("items.sex"))
                .containsExactly("FEMALE", "FEMALE");
    }

    @Test
    void aFamilyCannotBeRegisteredTwiceNorAPersonInTwoFamilies() {
        registered();
        Map<String, Object> again = family();
        Api.administrator()
                .post("/kpm", again)
                .statusCode(409)
                .body("code", equalTo("FAMILY_CARD_DUPLICATE"));
        again.put("family_card", TestPeople.card());
        Api.administrator()
                .in("id")
                .post("/kpm", again)
                .statusCode(409)
                .body("code", equalTo("NIK_DUPLICATE"))
                .body("title", equalTo("NIK milik orang lain"));
    }

    @Test
    void everythingThatIsWrongWithARequestIsListedInTheCallersLanguage() {
        Map<String, Object> wrong = family();
        wrong.put("village_code", "17.71.08");
        wrong.put("paying_bank", "BCA");
        wrong.put(
                "members", List.of(Map.of("nik", pupil, "name", "A", "birth_date", "2016-05-11")));
        Api.administrator()
                .post("/kpm", wrong)
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("defects.field", hasItems("village_code", "paying_bank", "members[0].nik"))
                .body(
                        "defects.code",
                        hasItems(
                                "VILLAGE_UNKNOWN",
                                "BANK_UNKNOWN",
                                "NIK_DISAGREES_WITH_BIRTH_DATE",
                                "MEMBER_WITHOUT_COMPONENT"));
        Api.administrator()
                .in("id")
                .post("/kpm", wrong)
                .statusCode(422)
                .body("title", equalTo("Desa tidak dikenal"));
        Map<String, Object> empty = family();
        empty.remove("caretaker");
        Api.administrator()
                .post("/kpm", empty)
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
    }

    @Test
    void aVillageOutsideTheCallersAreasIsUnknown() {
        Caller.as(Roles.DATA_ADMINISTRATOR, "17.71.08.1001")
                .post("/kpm", family())
                .statusCode(422)
                .body("code", equalTo("VILLAGE_UNKNOWN"));
        Map<String, Object> nowhere = family();
        nowhere.put("village_code", "17.71.08.1099");
        nowhere.put("group_code", null);
        Api.administrator()
                .post("/kpm", nowhere)
                .statusCode(422)
                .body("code", equalTo("VILLAGE_UNKNOWN"));
    }

    @Test
    void aMemberJoinsAndGoesToAnotherSchool() {
        UUID kpm = registered();
        String toddler = TestPeople.man("2024-02-29");
        change(
                        kpm,
                        "members",
                        Map.of(
                                "version",
                                1,
                                "member",
                                Map.of(
                                        "nik", toddler,
                                        "name", "Adik Contoh",
                                        "birth_date", "2024-02-29",
                                        "component", "EARLY_CHILD",
                                        "component_since", "2026-01-05")))
                .statusCode(201)
                .body("version", equalTo(2));
        change(
                        kpm,
                        "component-changes",
                        Map.of(
                                "version", 2,
                                "member_id", memberOf(pupil),
                                "component", "SMP",
                                "npsn", "10702399",
                                "effective_on", "2026-07-13"))
                .statusCode(200)
                .body("version", equalTo(3));

        PublishedEvent changed = tables.published(kpm).get(5);
        assertThat(changed.name()).isEqualTo("kpm-components-changed");
        assertThat(changed.sequence()).isEqualTo(3);
        assertThat(changed.payload().get("before").findValuesAsText("component"))
                .containsExactlyInAnyOrder("SD", "EARLY_CHILD");
        assertThat(changed.payload().get("after").findValuesAsText("component"))
                .containsExactlyInAnyOrder("SMP", "EARLY_CHILD");
        assertThat(tables.lastState(kpm).payload().get("occurred_on").asText())
                .isEqualTo("2026-07-13");
        assertThat(tables.number("SELECT count(*) FROM component_history WHERE kpm_id = ?", kpm))
                .isEqualTo(1);
    }

    @Test
    void aChangeThatIsImpossibleIsRefused() {
        UUID kpm = registered();
        Map<String, Object> change =
                new HashMap<>(
                        Map.of(
                                "member_id", memberOf(pupil),
                                "component", "SMP",
                                "effective_on", "2025-07-13"));
        change(kpm, "component-changes", change)
                .statusCode(409)
                .body("code", equalTo("EFFECTIVE_BEFORE_CURRENT_COMPONENT"));
        change.put("member_id", UUID.randomUUID());
        change(kpm, "component-changes", change)
                .statusCode(422)
                .body("code", equalTo("NOT_A_MEMBER"));
        change.put("member_id", memberOf(caretaker));
        change.put("component", "ELDERLY");
        change(kpm, "component-changes", change)
                .statusCode(422)
                .body("code", equalTo("BIRTH_DATE_MISSING"));
        change.put("version", 7);
        change(kpm, "component-changes", change)
                .statusCode(409)
                .body("code", equalTo("VERSION_CONFLICT"))
                .body("version", equalTo(1));
        assertThat(tables.names(kpm))
                .containsExactly("kpm-registered", "account-changed", "kpm-state");
    }

    @Test
    void aFamilyMovesAndAMoveToItsOwnVillageChangesNothing() {
        UUID kpm = registered();
        Map<String, Object> move =
                Map.of(
                        "village_code", "17.71.08.1004",
                        "group_code", "17.71.08.1004-02",
                        "effective_on", "2026-02-01");
        change(kpm, "moves", move).statusCode(200).body("version", equalTo(2));
        change(kpm, "moves", move).statusCode(200).body("version", equalTo(2));

        assertThat(tables.names(kpm))
                .containsExactly(
                        "kpm-registered", "account-changed", "kpm-state", "kpm-moved", "kpm-state");
        change(
                        kpm,
                        "moves",
                        Map.of(
                                "village_code", "17.71.08.1004",
                                "group_code", "17.71.08.1003-01",
                                "effective_on", "2026-02-01"))
                .statusCode(422)
                .body("code", equalTo("GROUP_CODE_INVALID"));
    }

    @Test
    void theCaretakerIsAMemberOrAPersonWhoJoins() {
        UUID kpm = registered();
        String grandmother = TestPeople.woman("1955-08-17");
        change(
                        kpm,
                        "caretaker-changes",
                        Map.of(
                                "person",
                                Map.of("nik", grandmother, "name", "Nenek Contoh"),
                                "effective_on",
                                "2026-03-01"))
                .statusCode(200)
                .body("caretaker.member_id", equalTo(memberOf(grandmother).toString()));
        change(
                        kpm,
                        "caretaker-changes",
                        Map.of("member_id", memberOf(caretaker), "effective_on", "2026-03-02"))
                .statusCode(200);
        UUID other = importedFamily();
        change(
                        other,
                        "caretaker-changes",
                        Map.of("member_id", memberOf(caretaker), "effective_on", "2026-03-02"))
                .statusCode(422)
                .body("code", equalTo("NOT_A_MEMBER"));
        change(kpm, "caretaker-changes", Map.of("effective_on", "2026-03-02"))
                .statusCode(422)
                .body("code", equalTo("CARETAKER_AMBIGUOUS"));
        assertThat(tables.names(kpm)).filteredOn("caretaker-changed"::equals).hasSize(2);
    }

    @Test
    void onlyTheMinistryDecidesOnAStatus() {
        UUID kpm = registered();
        makeActive(kpm);
        Map<String, Object> suspend =
                Map.of(
                        "status", "SUSPENDED",
                        "reason", "DATA_UNDER_REVIEW",
                        "effective_on", "2026-04-01");
        Api.inTheDistrict(Roles.FACILITATOR)
                .post("/kpm/" + kpm + "/status-changes", suspend)
                .statusCode(403);
        Api.administrator().post("/kpm/" + kpm + "/status-changes", suspend).statusCode(403);
        Caller.officer()
                .post("/kpm/" + kpm + "/status-changes", suspend)
                .statusCode(422)
                .body("code", equalTo("STATUS_NEEDS_DECISION"));
        for (String exit : List.of("GRADUATED", "MOVED", "DECEASED", "INELIGIBLE", "TERMINATED")) {
            Caller.officer()
                    .post(
                            "/kpm/" + kpm + "/status-changes",
                            Map.of(
                                    "status", exit,
                                    "reason", "INCOME_IMPROVED",
                                    "effective_on", "2026-04-01"))
                    .statusCode(422)
                    .body("code", equalTo("STATUS_NEEDS_DECISION"));
        }
        Caller.officer()
                .post(
                        "/kpm/" + kpm + "/status-changes",
                        Map.of(
                                "status", "ELIGIBLE",
                                "reason", "X1",
                                "effective_on", "2026-04-01"))
                .statusCode(409)
                .body("code", equalTo("INVALID_STATUS_TRANSITION"))
                .body("from", equalTo("ACTIVE"));
        leaves(kpm, Measure.GRADUATE);
        change(kpm, "moves", Map.of("village_code", "17.71.08.1004", "effective_on", "2026-06-02"))
                .statusCode(409)
                .body("code", equalTo("KPM_CLOSED"));

        assertThat(tables.names(kpm)).filteredOn("kpm-status-changed"::equals).hasSize(1);
        PublishedEvent last = tables.lastState(kpm);
        assertThat(last.payload().get("status").asText()).isEqualTo("GRADUATED");
        assertThat(last.payload().get("occurred_on").asText()).isEqualTo("2026-01-01");
    }

    @Test
    void listsArePagedAndCanBeFiltered() {
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Map<String, Object> family = family();
            family.put("family_card", TestPeople.card());
            family.put("caretaker", Map.of("nik", TestPeople.woman("1985-03-02"), "name", "Ibu"));
            family.put("village_code", "17.71.08.1005");
            family.put("group_code", "17.71.08.1005-09");
            family.put("members", List.of());
            String kpm =
                    Api.administrator()
                            .post("/kpm", family)
                            .statusCode(201)
                            .extract()
                            .path("kpm_id");
            if (i > 0) {
                makeActive(UUID.fromString(kpm));
            }
            expected.add(kpm);
        }
        List<Object> seen = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            var page = Api.administrator().read("/kpm?group=17.71.08.1005-09&limit=2" + after);
            seen.addAll(page.getList("items.kpm_id"));
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
            pages++;
        } while (after != null);
        assertThat(seen).isEqualTo(expected);
        assertThat(pages).isEqualTo(3);
        assertThat(
                        Api.administrator()
                                .read(
                                        "/kpm?village=17.71.08.1005&group=17.71.08.1005-09&status=CANDIDATE")
                                .getList("items.kpm_id"))
                .containsExactly(expected.get(0));
        Api.administrator()
                .get("/kpm?status=HIDUP")
                .statusCode(422)
                .body("code", equalTo("STATUS_UNKNOWN"));
        Api.administrator().get("/kpm?limit=501").statusCode(400);
        assertThat(Api.administrator().read("/kpm?village=17.71.08&limit=1").getList("items"))
                .hasSize(1);
        for (String list : List.of("/kpm?village=", "/facilitators?village=", "/areas?parent=")) {
            Api.administrator()
                    .get(list + "17.71.8")
                    .statusCode(422)
                    .body("code", equalTo("AREA_CODE_INVALID"));
        }
    }

    @Test
    void numbersAreShownInClearOnlyForAPurposeAndEachFamilyReadIsLogged() {
        UUID kpm = registered();
        String purpose = "account check " + kpm;
        Api.administrator()
                .request()
                .queryParam("reveal", "identifiers")
                .get("/api/v1/kpm/" + kpm)
                .then()
                .statusCode(400)
                .body("code", equalTo("PURPOSE_REQUIRED"));
        Api.inTheDistrict(Roles.AUDITOR)
                .request()
                .queryParam("reveal", "identifiers")
                .queryParam("purpose", purpose)
                .get("/api/v1/kpm/" + kpm)
                .then()
                .statusCode(403)
                .body("code", equalTo("REVEAL_NOT_ALLOWED"));
        Api.administrator()
                .request()
                .queryParam("reveal", "identifiers")
                .queryParam("purpose", purpose)
                .get("/api/v1/kpm/" + kpm)
                .then()
                .statusCode(200)
                .body("family_card", equalTo(card))
                .body("caretaker.nik", equalTo(caretaker));
        List<Object> listed =
                Api.administrator()
                        .request()
                        .queryParam("reveal", "identifiers")
                        .queryParam("purpose", purpose)
                        .queryParam("village", "17.71.08.1003")
                        .get("/api/v1/kpm")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items.kpm_id");

        long logged = tables.number("SELECT count(*) FROM read_log WHERE purpose = ?", purpose);
        assertThat(logged).isEqualTo(1 + new HashSet<>(listed).size());
        assertThat(tables.text("SELECT DISTINCT reader FROM read_log WHERE purpose = ?", purpose))
                .isEqualTo("data_administrator-1");

        Caller.as(Roles.AUDITOR, "17.71")
                .get("/read-log?subject=" + kpm)
                .statusCode(200)
                .body("items[0].purpose", equalTo(purpose))
                .body("items[0].reader", equalTo("data_administrator-1"))
                .body("items.area_code", everyItem(startsWith("17.71.08.")));
        Caller.as(Roles.AUDITOR, "16")
                .get("/read-log?subject=" + kpm)
                .statusCode(200)
                .body("items", empty());
        Api.administrator().get("/read-log?subject=" + kpm).statusCode(403);
        Api.administrator()
                .request()
                .queryParam("reveal", "identifiers")
                .queryParam("purpose", "NIK 1771 0801 0190 0001")
                .get("/api/v1/kpm/" + kpm)
                .then()
                .statusCode(422)
                .body("code", equalTo("TEXT_HAS_LONG_NUMBER"));
    }

    @Test
    void namesAreShownOnlyToPeopleWhoWorkWithTheFamilies() {
        UUID kpm = registered();
        for (String role :
                List.of(
                        Roles.FACILITATOR,
                        Roles.COORDINATOR,
                        Roles.DATA_ADMINISTRATOR,
                        Roles.AUDITOR)) {
            Api.inTheDistrict(role)
                    .get("/kpm/" + kpm)
                    .statusCode(200)
                    .body("caretaker.name", equalTo("Siti Contoh"))
                    .body("address", equalTo("Jalan Contoh 1"));
        }
        for (String role : List.of(Roles.EXTERNAL_SYSTEM, Roles.MINISTRY_OFFICER)) {
            Api.inTheDistrict(role)
                    .get("/kpm/" + kpm)
                    .statusCode(200)
                    .body("caretaker.name", nullValue())
                    .body("address", nullValue());
            Api.inTheDistrict(role)
                    .get("/kpm/" + kpm + "/members")
                    .statusCode(200)
                    .body("items.name", hasItems(nullValue()))
                    .body("items.birth_date", hasItems(nullValue()));
        }
        for (String path : List.of("", "/" + kpm, "/" + kpm + "/members")) {
            Api.inTheDistrict(Roles.OPERATIONS).get("/kpm" + path).statusCode(403);
        }
    }

    @Test
    void operatorsReadNoFamilies() {
        UUID kpm = registered();
        for (String path : List.of("/kpm", "/kpm/" + kpm, "/kpm/" + kpm + "/members")) {
            Caller.as(Roles.OPERATIONS, "*").get(path).statusCode(403);
        }
    }
}
