package id.pkh.verification.exemption;

import static id.pkh.verification.support.World.held;
import static id.pkh.verification.support.World.notHeld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Months that do not count, for an area, a school, a health service or a family. */
@QuarkusTest
@OnLocalStack("verification")
class ExemptionComponentTest {

    @Inject World world;

    private final String area = World.newSubDistrict();
    private final String village = area + ".1001";
    private final String school = World.newSchool();
    private final UUID group = UUID.randomUUID();

    @Test
    void a_disaster_exempts_the_families_of_the_area_from_meetings_and_commitments() {
        Family flooded = world.family(village).pupil(school);
        Family dry = world.family(area + ".1002").pupil(school);
        Family also = world.family(village).infant();
        world.register(flooded, dry, also);
        for (int month = 1; month <= 3; month++) {
            world.tell(
                    held(
                            group,
                            "2026-0" + month,
                            Map.of(
                                    flooded.kpmId,
                                    "ABSENT",
                                    dry.kpmId,
                                    "ABSENT",
                                    also.kpmId,
                                    "PRESENT")),
                    month);
        }
        closeQuarter();
        assertThat(world.standing(flooded.kpmId)).hasSize(4);

        grant("AREA", village, "2026-01-20", "2026-03-02", "DISASTER")
                .statusCode(201)
                .body("state", equalTo("DONE"))
                .body("families_done", equalTo(2));

        assertThat(world.standing(flooded.kpmId)).isEmpty();
        assertThat(world.standing(also.kpmId)).isEmpty();
        assertThat(world.standing(dry.kpmId)).hasSize(4);
        Caller.auditor()
                .get("/commitments?kpm=" + flooded.kpmId)
                .body("items[0].result", equalTo("EXEMPT"))
                .body("items[0].reasons", equalTo(List.of("EXEMPTION")));
        assertThat(world.sanctions(flooded.kpmId, 8))
                .filteredOn(event -> event.type().endsWith("-withdrawn.v1"))
                .extracting(event -> event.text("reason"))
                .containsOnly("EXEMPTION")
                .hasSize(4);
    }

    @Test
    void an_exemption_of_one_month_breaks_the_run_and_no_more() {
        Family family = world.family(village);
        world.register(family);
        for (int month = 1; month <= 3; month++) {
            world.tell(held(group, "2026-0" + month, Map.of(family.kpmId, "ABSENT")), month);
        }
        grant("KPM", family.kpmId.toString(), "2026-02-10", "2026-02-11", "BEREAVEMENT")
                .statusCode(201);
        assertThat(world.standing(family.kpmId))
                .containsExactly(
                        "2026-01 GROUP_MEETING_ABSENCE REMINDER",
                        "2026-03 GROUP_MEETING_ABSENCE REMINDER");
    }

    @Test
    void an_exemption_comes_before_the_facts_it_exempts_from() {
        Family family = world.family(village);
        world.register(family);
        grant("AREA", area, "2026-01-01", "2026-12-31", "PUBLIC_EMERGENCY").statusCode(201);
        world.tell(held(group, "2026-11", Map.of(family.kpmId, "ABSENT")), 1);
        world.tell(notHeld(group, "2026-12", "NO_SHEET_RECEIVED", "FACILITATOR", family.kpmId), 2);
        assertThat(world.standing(family.kpmId)).isEmpty();
        // a family that is registered while it lasts is reached as well
        Family late = world.family(village);
        world.register(late);
        world.tell(held(group, "2026-10", Map.of(late.kpmId, "ABSENT")), 3);
        assertThat(world.standing(late.kpmId)).isEmpty();
    }

    @Test
    void a_family_keeps_what_it_was_granted_when_it_moves() {
        Family family = world.family(village);
        world.register(family);
        world.tell(held(group, "2026-01", Map.of(family.kpmId, "ABSENT")), 1);
        grant("AREA", village, "2026-01-01", "2026-01-31", "DISASTER").statusCode(201);
        family.villageCode = World.newSubDistrict() + ".1001";
        world.register(family);
        world.tell(held(group, "2026-02", Map.of(family.kpmId, "ABSENT")), 2);
        assertThat(world.standing(family.kpmId))
                .containsExactly("2026-02 GROUP_MEETING_ABSENCE REMINDER");
    }

    @Test
    void a_closed_school_exempts_its_pupils_from_their_commitment_only() {
        Family family = world.family(village).pupil(school).infant();
        world.register(family);
        world.tell(held(group, "2026-01", Map.of(family.kpmId, "ABSENT")), 1);
        closeQuarter();
        grant("SCHOOL", school, "2026-01-01", "2026-03-31", "SCHOOL_CLOSED").statusCode(201);
        Caller.auditor()
                .get("/commitments?kpm=" + family.kpmId)
                .body("items[0].result", equalTo("NOT_VERIFIED"))
                .body("items[0].members.find { it.component == 'SD' }.result", equalTo("EXEMPT"))
                .body(
                        "items[0].members.find { it.component == 'EARLY_CHILD' }.result",
                        equalTo("NOT_VERIFIED"));
        assertThat(world.standing(family.kpmId)).contains("2026-01 GROUP_MEETING_ABSENCE REMINDER");
    }

    @Test
    void a_closed_health_service_exempts_those_it_reports_on() {
        Family family = world.family(village).infant();
        world.register(family);
        String point = "P" + school;
        Caller.facilitator(area)
                .send(
                        "/sheets/health-visits",
                        FormText.health(point, 2026, 1)
                                .patient(family.first().nik(), "1", "", "")
                                .text())
                .statusCode(201);
        closeQuarter();
        assertThat(world.standing(family.kpmId))
                .containsExactly("2026-Q1 COMMITMENT_NOT_VERIFIED SUSPENSION_WARNING");
        grant("HEALTH_POINT", point, "2026-02-01", "2026-03-31", "HEALTH_SERVICE_CLOSED")
                .statusCode(201);
        assertThat(world.standing(family.kpmId)).isEmpty();
        assertThat(world.sanctions(family.kpmId, 2))
                .extracting(PublishedEvent::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void what_cannot_be_granted_is_refused_with_a_reason() {
        grant("AREA", area, "2026-01-01", "2026-01-31", "SCHOOL_CLOSED")
                .statusCode(422)
                .body("code", equalTo("EXEMPTION_REASON_UNKNOWN"));
        grant("AREA", area, "2026-02-01", "2026-01-31", "DISASTER")
                .statusCode(422)
                .body("code", equalTo("EXEMPTION_SPAN_INVALID"));
        grant("AREA", "somewhere", "2026-01-01", "2026-01-31", "DISASTER")
                .statusCode(422)
                .body("code", equalTo("AREA_CODE_INVALID"));
        grant("AREA", World.newSubDistrict(), "2026-01-01", "2026-01-31", "DISASTER")
                .statusCode(404);
        grant("KPM", UUID.randomUUID().toString(), "2026-01-01", "2026-01-31", "ILLNESS")
                .statusCode(404);
        Caller.as("COORDINATOR")
                .post(
                        "/exemptions",
                        body("SCHOOL", "10702026", "2026-01-01", "2026-01-31", "SCHOOL_CLOSED"))
                .statusCode(404);
        Map<String, String> body = body("AREA", area, "2026-01-01", "2026-01-31", "DISASTER");
        body.remove("legal_basis");
        Caller.coordinator(area)
                .post("/exemptions", body)
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
        Caller.facilitator(area)
                .post("/exemptions", body("AREA", area, "2026-01-01", "2026-01-31", "DISASTER"))
                .statusCode(403);
    }

    @Test
    void exemptions_are_seen_where_they_reach() {
        Family family = world.family(village);
        world.register(family);
        ExtractableResponse<Response> granted =
                grant("AREA", village, "2026-01-01", "2026-01-31", "DISASTER").extract();
        String id = granted.path("exemption_id");
        assertThat(granted.header("Location")).endsWith("/api/v1/exemptions/" + id);
        Caller.facilitator(area)
                .get("/exemptions/" + id)
                .statusCode(200)
                .body("state", equalTo("DONE"));
        Caller.named("somebody-else", "COORDINATOR", World.newSubDistrict())
                .get("/exemptions/" + id)
                .statusCode(404);
        Caller.facilitator(area)
                .get("/exemptions?scope=AREA&limit=500")
                .body("items.exemption_id", hasItem(id));
        Caller.named("somebody-else", "COORDINATOR", World.newSubDistrict())
                .get("/exemptions?limit=500")
                .body("items.exemption_id", not(hasItem(id)));
        Caller.auditor()
                .get("/exemptions?scope=KPM&limit=500")
                .body("items.findAll { it.exemption_id == '" + id + "' }", hasSize(0));
    }

    private void closeQuarter() {
        Caller.administrator(area)
                .post("/quarter-closings", Map.of("quarter", "2026-Q1", "area_code", area))
                .statusCode(201);
    }

    private ValidatableResponse grant(
            String scope, String code, String from, String until, String reason) {
        return Caller.coordinator(area).post("/exemptions", body(scope, code, from, until, reason));
    }

    private static Map<String, String> body(
            String scope, String code, String from, String until, String reason) {
        return new HashMap<>(
                Map.of(
                        "scope", scope,
                        "scope_code", code,
                        "from", from,
                        "until", until,
                        "reason_code", reason,
                        "legal_basis", "decree of the regent"));
    }
}
