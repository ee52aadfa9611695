package id.pkh.registry.history;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.dataupdate.DataUpdateApi;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FamilyHistoryComponentTest extends RegistryComponentTest {

    private Workplace place;
    private UUID facilitator;
    private String kpm;

    @BeforeEach
    void aFamilyOfTheFirstVillage() {
        place = Workplace.another();
        facilitator = place.facilitator(1);
        Map<String, Object> family = new HashMap<>();
        family.put("family_card", TestPeople.card());
        family.put(
                "caretaker", Map.of("nik", TestPeople.woman("1985-03-02"), "name", "Siti Rahasia"));
        family.put("village_code", place.village(1));
        family.put("group_code", place.village(1) + "-01");
        family.put("participating_since", today().minusMonths(6).toString());
        family.put("members", List.of());
        kpm = place.administrator().post("/kpm", family).statusCode(201).extract().path("kpm_id");
    }

    private void move(int village, int daysAgo) {
        place.administrator()
                .post(
                        "/kpm/" + kpm + "/moves",
                        Map.of(
                                "village_code",
                                place.village(village),
                                "effective_on",
                                today().minusDays(daysAgo).toString()))
                .statusCode(200);
    }

    private ValidatableResponse asOf(int daysAgo, String more) {
        return place.administrator()
                .get("/kpm/" + kpm + "/as-of?valid_on=" + today().minusDays(daysAgo) + more)
                .statusCode(200);
    }

    @Test
    void aFamilyIsShownAsItWasOnADayAndACorrectionOfThePastCounts() {
        move(2, 30);
        place.administrator()
                .post(
                        "/kpm/" + kpm + "/members",
                        Map.of(
                                "member",
                                Map.of(
                                        "nik", TestPeople.man("2016-05-10"),
                                        "name", "Bagas Rahasia",
                                        "birth_date", "2016-05-10",
                                        "component", "SD",
                                        "npsn", "10702345",
                                        "component_since", today().minusDays(20).toString())))
                .statusCode(201);

        asOf(60, "")
                .body("village.value", equalTo(place.village(1)))
                .body("village.version", equalTo(1))
                .body("group.value", equalTo(place.village(1) + "-01"))
                .body("status.value", equalTo("CANDIDATE"))
                .body("facilitator_ids", contains(facilitator.toString()))
                .body("members", hasSize(1))
                .body("members[0].component", equalTo(null));
        asOf(10, "")
                .body("village.value", equalTo(place.village(2)))
                .body("village.since", equalTo(today().minusDays(30).toString()))
                .body("group.value", equalTo(null))
                .body("group.version", equalTo(2))
                .body("facilitator_ids", hasSize(0))
                .body("members", hasSize(2))
                .body("members.component", hasItem("SD"));
        asOf(200, "").body("village.value", equalTo(null)).body("members", hasSize(0));

        move(3, 90);
        asOf(60, "").body("village.value", equalTo(place.village(3)));
    }

    @Test
    void whatWasRecordedLaterIsLeftOutOfWhatWasKnownThen() {
        asOf(0, "&known_on=" + today().minusDays(1))
                .body("village.value", equalTo(null))
                .body("village.not_known_before", equalTo(null))
                .body("members", hasSize(0));
        asOf(0, "&known_on=" + today()).body("village.value", equalTo(place.village(1)));
    }

    @Test
    void whatWasOverwrittenBeforeTheHistoryIsNotKnownAndNotGuessed() {
        move(2, 30);
        tables.execute("ALTER TABLE kpm_version DISABLE TRIGGER USER");
        tables.execute("DELETE FROM kpm_version WHERE kpm_id = ?::uuid AND version = 1", kpm);
        tables.execute("UPDATE kpm_version SET effective_on = NULL WHERE kpm_id = ?::uuid", kpm);
        tables.execute("ALTER TABLE kpm_version ENABLE TRIGGER USER");

        asOf(60, "")
                .body("village.value", equalTo(null))
                .body("village.not_known_before", equalTo(today().toString()))
                .body("caretaker.not_known_before", equalTo(today().toString()))
                .body("status.value", equalTo("CANDIDATE"))
                .body("facilitator_ids", hasSize(0))
                .body("members[0].not_known_before", equalTo(today().toString()));
        asOf(0, "")
                .body("village.value", equalTo(place.village(2)))
                .body("village.since", equalTo(null));
    }

    @Test
    void theChangesNameWhoWhatAndWhenWithoutNamesAndNumbers() {
        move(2, 30);
        String answer =
                place.administrator()
                        .get("/kpm/" + kpm + "/changes")
                        .statusCode(200)
                        .body("items.version", contains(2, 1))
                        .body("items[0].changed_by", equalTo("data_administrator-1"))
                        .body("items[0].effective_on", equalTo(today().minusDays(30).toString()))
                        .body("items[0].changes.what", contains("VILLAGE", "GROUP"))
                        .body("items[0].changes[0].from", equalTo(place.village(1)))
                        .body("items[0].changes[0].becomes", equalTo(place.village(2)))
                        .body("items[1].reason", equalTo("REGISTERED"))
                        .body(
                                "items[1].changes.what",
                                contains("STATUS", "VILLAGE", "GROUP", "CARETAKER", "MEMBER"))
                        .extract()
                        .asString();
        assertThat(answer).doesNotContain("Rahasia");
        String next =
                place.administrator()
                        .get("/kpm/" + kpm + "/changes?limit=1")
                        .statusCode(200)
                        .body("items.version", contains(2))
                        .body("items[0].changes.what", contains("VILLAGE", "GROUP"))
                        .extract()
                        .path("next");
        place.administrator()
                .get("/kpm/" + kpm + "/changes?limit=1&after=" + next)
                .statusCode(200)
                .body("items.version", contains(1));
    }

    @Test
    void aDataUpdateIsNamedWithItsEvidenceAndAListWithItsFile() {
        String update =
                DataUpdateApi.submit(
                                place.coordinator(),
                                UUID.fromString(kpm),
                                Map.of(
                                        "kind", "MOVE_WITHIN",
                                        "effective_on", "2026-01-05",
                                        "village_code", place.village(2)))
                        .statusCode(201)
                        .extract()
                        .path("update_id");
        place.administrator()
                .post("/data-updates/" + update + "/acceptance", Map.of("revision", 1))
                .statusCode(200);
        place.administrator()
                .get("/kpm/" + kpm + "/changes")
                .statusCode(200)
                .body("items[0].update_id", equalTo(update))
                .body("items[0].evidence_kind", equalTo("FAMILY_CARD"))
                .body("items[0].evidence_on", equalTo("2026-01-10"))
                .body("items[0].changed_by", equalTo("data_administrator-1"))
                .body("items[1].evidence_kind", equalTo(null));

        String card = TestPeople.card();
        Api.importing("families", Rows.families().family(card, TestPeople.woman("1985-03-02")))
                .statusCode(201);
        Api.importing(
                        "members",
                        Rows.members().pupil(card, TestPeople.woman("2016-05-10"), "2016-05-10"))
                .statusCode(201);
        Api.administrator()
                .get("/kpm/" + familyOf(card) + "/changes")
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items[0].file_id", not(equalTo(null)))
                .body("items[0].changes.what", contains("MEMBER", "COMPONENT"))
                .body("items[1].line", equalTo(2));
    }

    @Test
    void aFamilyElsewhereHasNoPastForTheCaller() {
        for (String path : List.of("/as-of", "/changes")) {
            Caller.facilitator(place.village(2))
                    .get("/kpm/" + kpm + path)
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
            Caller.as("OPERATIONS", "*").get("/kpm/" + kpm + path).statusCode(403);
        }
        Caller.facilitator(place.village(1))
                .get("/kpm/" + kpm + "/as-of?valid_on=yesterday")
                .statusCode(not(equalTo(200)));
    }
}
