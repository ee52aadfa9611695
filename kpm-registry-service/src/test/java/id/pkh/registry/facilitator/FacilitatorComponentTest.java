package id.pkh.registry.facilitator;

import static id.pkh.registry.support.Api.importing;
import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FacilitatorComponentTest extends RegistryComponentTest {

    private static final AtomicInteger NEXT_VILLAGE = new AtomicInteger(1);

    private String district;
    private String village;

    /** Each test uses a district of its own, because a village has only one facilitator. */
    @BeforeEach
    void aVillageWithoutFacilitator() {
        district = "17.71.%02d".formatted(20 + NEXT_VILLAGE.getAndIncrement());
        village = district + ".1001";
        importing(
                        Caller.as(Roles.DATA_ADMINISTRATOR, "*"),
                        "areas",
                        "kode;nama\n"
                                + district
                                + ";Kecamatan Uji\n"
                                + village
                                + ";Kelurahan Uji\n")
                .statusCode(201);
    }

    private Caller administrator() {
        return Caller.as(Roles.DATA_ADMINISTRATOR, district);
    }

    private Map<String, Object> facilitator(String code, String from, String until) {
        Map<String, Object> assignment = new HashMap<>();
        assignment.put("role", "FACILITATOR");
        assignment.put("village_code", village);
        assignment.put("valid_from", from);
        assignment.put("valid_until", until);
        return Map.of(
                "code",
                code,
                "name",
                "Pendamping Contoh",
                "nik",
                TestPeople.man("1990-06-15"),
                "assignments",
                List.of(assignment));
    }

    private UUID registered(String code, String from, String until) {
        return UUID.fromString(
                administrator()
                        .post("/facilitators", facilitator(code, from, until))
                        .statusCode(201)
                        .extract()
                        .path("facilitator_id"));
    }

    private String code() {
        return "PSD-" + district.replace(".", "") + "-" + NEXT_VILLAGE.getAndIncrement();
    }

    @Test
    void aListOfFacilitatorsIsImportedAndAgainAndChanged() {
        String code = code();
        String nik = TestPeople.woman("1990-06-15");
        String other = TestPeople.woman("1991-06-15");
        Rows first =
                Rows.facilitators()
                        .row(
                                code,
                                "Pendamping Contoh",
                                nik,
                                "PENDAMPING",
                                village,
                                "01/01/2025",
                                "")
                        .row(
                                code,
                                "Pendamping Contoh",
                                nik,
                                "KOORDINATOR",
                                village,
                                "01/01/2025",
                                "");
        importing(administrator(), "facilitators", first.text())
                .statusCode(201)
                .body("rows_applied", equalTo(2));
        UUID id = UUID.fromString(tables.text("SELECT id FROM facilitator WHERE code = ?", code));
        assertThat(tables.names(id))
                .containsExactly("facilitator-assigned", "facilitator-assigned");
        PublishedEvent assigned = tables.published(id).get(0);
        assertThat(assigned.payload().get("role").asText()).isEqualTo("FACILITATOR");
        assertThat(assigned.payload().get("facilitator_code").asText()).isEqualTo(code);
        assertThat(assigned.payload().get("occurred_on").asText()).isEqualTo("2025-01-01");

        importing(
                        administrator(),
                        "facilitators",
                        Rows.facilitators()
                                .row(
                                        code,
                                        "Pendamping Contoh",
                                        nik,
                                        "PENDAMPING",
                                        village,
                                        "2025-01-01",
                                        "2026-06-30")
                                .row(
                                        code,
                                        "Pendamping Contoh",
                                        nik,
                                        "KOORDINATOR",
                                        village,
                                        "2025-01-01",
                                        "")
                                .row(code(), "Lain", other, "PENDAMPING", village, "2026-06-30", "")
                                .row(code(), "Lain", nik, "PENDAMPING", village, "2026-07-01", "")
                                .row(code, "Lain", other, "PENDAMPING", village, "2026-07-01", "")
                                .row(code(), "Lain", other, "GURU", village, "2026-07-01", "")
                                .row(
                                        code(),
                                        "Lain",
                                        other,
                                        "PENDAMPING",
                                        "17.71.08.1001",
                                        "2026-07-01",
                                        "")
                                .row(code(), "Lain", other, "PENDAMPING", village, "2026-07-01", "")
                                .text())
                .statusCode(201)
                .body("rows_applied", equalTo(2))
                .body("rows_unchanged", equalTo(1))
                .body("refusals.line", contains(4, 5, 6, 7, 8))
                .body(
                        "refusals.code",
                        contains(
                                "ASSIGNMENT_OVERLAPS",
                                "NIK_DUPLICATE",
                                "FACILITATOR_CODE_TAKEN",
                                "ROLE_UNKNOWN",
                                "VILLAGE_UNKNOWN"));
        PublishedEvent changed = tables.published(id).get(2);
        assertThat(changed.sequence()).isEqualTo(2);
        assertThat(changed.payload().get("valid_until").asText()).isEqualTo("2026-06-30");
    }

    @Test
    void aVillageHasOneFacilitatorAtATime() {
        registered(code(), "2025-01-01", "2025-12-31");
        administrator()
                .in("id")
                .post("/facilitators", facilitator(code(), "2025-12-31", null))
                .statusCode(409)
                .body("code", equalTo("ASSIGNMENT_OVERLAPS"))
                .body("title", equalTo("Desa sudah didampingi orang lain"));
        registered(code(), "2026-01-01", null);
    }

    @Test
    void theDatabaseEnforcesThatRuleToo() {
        registered(code(), "2025-01-01", null);
        UUID second = registered(code(), "2020-01-01", "2024-12-31");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE facilitator_assignment SET valid_until = NULL"
                                                + " WHERE facilitator_id = '"
                                                + second
                                                + "'"))
                .hasStackTraceContaining("facilitator_assignment_one_per_village");
    }

    private UUID withoutVillageHere() {
        String code = code();
        importing(
                        Caller.as(Roles.DATA_ADMINISTRATOR, "*"),
                        "areas",
                        "kode;nama\n" + district + ".1002;Kelurahan Lain\n")
                .statusCode(201);
        importing(
                        administrator(),
                        "facilitators",
                        Rows.facilitators()
                                .row(
                                        code,
                                        "Pengganti",
                                        TestPeople.woman("1992-02-29"),
                                        "PENDAMPING",
                                        district + ".1002",
                                        "2025-01-01",
                                        "")
                                .text())
                .statusCode(201);
        return UUID.fromString(tables.text("SELECT id FROM facilitator WHERE code = ?", code));
    }

    @Test
    void anAssignmentEndsButAHandedOverAssignmentDoesNotChange() {
        UUID first = registered(code(), "2025-01-01", null);
        Map<String, Object> ending =
                Map.of(
                        "role", "PENDAMPING",
                        "village_code", village,
                        "valid_from", "2025-01-01",
                        "valid_until", "2026-12-31");
        administrator()
                .post("/facilitators/" + first + "/assignments", ending)
                .statusCode(201)
                .body("assignments[0].valid_until", equalTo("2026-12-31"));
        assertThat(tables.names(first)).hasSize(2);
        administrator().post("/facilitators/" + first + "/assignments", ending).statusCode(201);
        assertThat(tables.names(first)).hasSize(2);

        administrator()
                .post(
                        "/handovers",
                        Map.of(
                                "predecessor_id",
                                first,
                                "successor_id",
                                withoutVillageHere(),
                                "effective_on",
                                today().toString(),
                                "reason_code",
                                "ILLNESS"))
                .statusCode(201);
        administrator()
                .post("/facilitators/" + first + "/assignments", ending)
                .statusCode(409)
                .body("code", equalTo("ASSIGNMENT_HANDED_OVER"));
    }

    @Test
    void aFacilitatorOfAnotherAreaDoesNotExistForTheCaller() {
        UUID id = registered(code(), "2025-01-01", null);
        Caller.as(Roles.COORDINATOR, "17.71.08").get("/facilitators/" + id).statusCode(404);
        assertThat(
                        Caller.as(Roles.COORDINATOR, "17.71.08")
                                .read("/facilitators?village=" + village)
                                .getList("items"))
                .isEmpty();
        var own = Caller.as(Roles.COORDINATOR, district).read("/facilitators/" + id);
        assertThat(own.getString("name")).isEqualTo("Pendamping Contoh");
        assertThat(own.getString("nik")).matches("\\*{12}\\d{4}");
        administrator()
                .post(
                        "/facilitators",
                        Map.of(
                                "code",
                                code(),
                                "name",
                                "Lain",
                                "nik",
                                "123",
                                "assignments",
                                List.of(
                                        Map.of(
                                                "role", "FACILITATOR",
                                                "village_code", village,
                                                "valid_from", "2026-01-01"))))
                .statusCode(422)
                .body("code", equalTo("NIK_LENGTH"));
    }

    @Test
    void anAdministratorOfAnotherAreaIsNotToldThatANumberIsKnown() {
        String nik = TestPeople.man("1990-06-15");
        administrator().post("/facilitators", facilitator(nik)).statusCode(201);

        Caller.named("administrator-9", Roles.DATA_ADMINISTRATOR, "17.71.08")
                .post("/facilitators", facilitator(nik))
                .statusCode(422)
                .body("code", equalTo("VILLAGE_UNKNOWN"));
    }

    private Map<String, Object> facilitator(String nik) {
        return Map.of(
                "code",
                code(),
                "name",
                "Pendamping Contoh",
                "nik",
                nik,
                "assignments",
                List.of(
                        Map.of(
                                "role", "FACILITATOR",
                                "village_code", village,
                                "valid_from", "2026-01-01")));
    }
}
