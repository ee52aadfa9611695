package id.pkh.registry.visit;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.Api;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HomeVisitComponentTest extends RegistryComponentTest {

    private static final Caller FACILITATOR =
            Caller.named("facilitator-8", Roles.FACILITATOR, "17.71.08.1001");
    private static final String LATITUDE = "-3.7928135";

    private static Map<String, Object> visit(UUID kpm, String photo) {
        Map<String, Object> visit = new HashMap<>();
        visit.put("kpm_id", kpm);
        visit.put("visited_on", "2026-01-20");
        visit.put("purpose", "DATA");
        visit.put(
                "house",
                Map.of(
                        "ownership", "RENTED",
                        "head_job", "FISHER",
                        "components_on_card", 2,
                        "toilet", "SHARED",
                        "water", "PIPED",
                        "electricity", "VA_450"));
        visit.put(
                "position",
                Map.of(
                        "latitude",
                        new java.math.BigDecimal(LATITUDE),
                        "longitude",
                        102.2608,
                        "accuracy_metres",
                        8));
        visit.put(
                "photos",
                List.of(
                        Map.of(
                                "kind", "KTP",
                                "reference", "album 3, photo 17",
                                "sha256", photo,
                                "taken_at", "2026-01-20T03:12:45Z")));
        visit.put("findings", List.of("NEEDS_HELP"));
        return visit;
    }

    private static String hash() {
        return UUID.randomUUID().toString().replace("-", "").repeat(2);
    }

    private static ValidatableResponse record(Caller who, Map<String, Object> visit) {
        return who.withNewKey().post("/home-visits", visit);
    }

    private static String recorded(Map<String, Object> visit) {
        return record(FACILITATOR, visit).statusCode(201).extract().path("visit_id");
    }

    @Test
    void aVisitShowsTheHomeOnlyToThoseWhoMaySeeIt() {
        UUID kpm = importedFamily();
        String visit = recorded(visit(kpm, hash()));

        for (Caller who : List.of(FACILITATOR, Api.administrator(), Caller.auditor())) {
            who.get("/home-visits/" + visit)
                    .statusCode(200)
                    .body("position.accuracy_metres", equalTo(8))
                    .body("photos[0].reference", equalTo("album 3, photo 17"));
        }
        for (Caller who : List.of(Caller.officer(), Caller.coordinator("17.71.08"))) {
            who.get("/home-visits/" + visit)
                    .statusCode(200)
                    .body("house.electricity", equalTo("VA_450"))
                    .body("position", nullValue())
                    .body("photos", nullValue());
        }
        FACILITATOR
                .get("/home-visits?kpm_id=" + kpm + "&visitor=facilitator-8&month=2026-01")
                .body("items", hasSize(1))
                .body("items[0].position", nullValue())
                .body("items[0].photos", nullValue());
        FACILITATOR.get("/home-visits?kpm_id=" + kpm + "&month=2026-02").body("items", hasSize(0));
        Caller.facilitator("17.71.09").get("/home-visits/" + visit).statusCode(404);
        // the reads above, and the one that answered the recording
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM read_log WHERE subject_kind = 'home_visit'"
                                        + " AND subject_id = ?",
                                visit))
                .isEqualTo(4);
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM home_visit"
                                        + " WHERE position(?::bytea in position_cipher) > 0",
                                LATITUDE))
                .isZero();
        assertThat(tables.wholeOutbox()).doesNotContain(LATITUDE);
    }

    @Test
    void whatAVisitFoundBecomesADataUpdate() {
        UUID kpm = importedFamily();
        UUID mother =
                UUID.fromString(
                        tables.text("SELECT caretaker_member_id::text FROM kpm WHERE id = ?", kpm));
        Map<String, Object> visit = visit(kpm, hash());
        visit.put(
                "changes",
                List.of(
                        Map.of(
                                "kind", "PREGNANCY_BEGAN",
                                "member_id", mother,
                                "birth_date", "1985-03-02",
                                "effective_on", "2026-01-10")));

        ValidatableResponse answer = record(FACILITATOR, visit).statusCode(201);

        String update = answer.extract().path("update_id");
        Api.administrator()
                .get("/data-updates/" + update)
                .body("state", equalTo("SUBMITTED"))
                .body("visit_id", equalTo(answer.extract().path("visit_id")))
                .body("evidence.kind", equalTo("HOME_VISIT"));
        Map<String, Object> impossible = visit(kpm, hash());
        impossible.put(
                "changes",
                List.of(
                        Map.of(
                                "kind", "SCHOOL_LEFT",
                                "member_id", mother,
                                "effective_on", "2026-01-10")));
        record(FACILITATOR, impossible)
                .statusCode(422)
                .body("code", equalTo("UPDATE_COMPONENT_DISAGREES"));
        FACILITATOR.get("/home-visits?kpm_id=" + kpm).body("items", hasSize(1));
    }

    @Test
    void aCorrectionSupersedesAndStaysThatOfTheVisitor() {
        UUID kpm = importedFamily();
        String wrong = recorded(visit(kpm, hash()));

        Caller.coordinator("17.71.08")
                .post("/home-visits/" + wrong + "/corrections", visit(importedFamily(), hash()))
                .statusCode(422)
                .body("code", equalTo("VISIT_OF_ANOTHER_FAMILY"));
        Caller.coordinator("17.71.08")
                .post("/home-visits/" + wrong + "/corrections", visit(kpm, hash()))
                .statusCode(201)
                .body("visited_by", equalTo("facilitator-8"))
                .body("recorded_by", equalTo("coordinator-1"))
                .body("supersedes", equalTo(wrong));

        FACILITATOR.get("/home-visits/" + wrong).body("superseded_by", not(nullValue()));
        FACILITATOR
                .post("/home-visits/" + wrong + "/corrections", visit(kpm, hash()))
                .statusCode(409)
                .body("code", equalTo("VISIT_SUPERSEDED"));
        Caller.facilitator("17.71.09")
                .post("/home-visits/" + wrong + "/corrections", visit(kpm, hash()))
                .statusCode(404);
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE home_visit SET remark = 'x' WHERE visit_id ="
                                                + " ?::uuid",
                                        wrong))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void aPhotoOfAnotherFamilyIsCounted() {
        String photo = hash();
        recorded(visit(importedFamily(), photo));
        String second = recorded(visit(importedFamily(), photo));

        FACILITATOR.get("/home-visits/" + second).body("photos[0].other_families", equalTo(1));
    }

    @Test
    void whatCannotHaveBeenIsRefused() {
        UUID kpm = importedFamily();
        refused(with(kpm, "visited_on", today().plusDays(2).toString()), "VISIT_IN_FUTURE");
        refused(with(kpm, "visited_on", "2023-12-31"), "VISIT_BEFORE_FAMILY");
        refused(with(kpm, "house", null), "VISIT_HOUSE_MISSING");
        refused(with(kpm, "findings", List.of("NOTHING_NEW", "MOVED")), "VISIT_FINDINGS_DISAGREE");
        refused(
                with(
                        kpm,
                        "position",
                        Map.of("latitude", 52.5, "longitude", 13.4, "accuracy_metres", 8)),
                "VISIT_POSITION_ABROAD");
        record(Caller.facilitator("17.71.09"), visit(kpm, hash())).statusCode(404);
        record(Caller.auditor(), visit(kpm, hash())).statusCode(403);
        leaves(kpm, Measure.TERMINATE);
        record(FACILITATOR, visit(kpm, hash())).statusCode(409).body("code", equalTo("KPM_CLOSED"));
    }

    private static Map<String, Object> with(UUID kpm, String field, Object value) {
        Map<String, Object> visit = visit(kpm, hash());
        visit.put(field, value);
        return visit;
    }

    private static void refused(Map<String, Object> visit, String code) {
        record(FACILITATOR, visit).statusCode(422).body("code", equalTo(code));
    }
}
