package id.pkh.registry.facilitator;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Villages without a facilitator, and sub-districts without a coordinator. */
@QuarkusTest
class StaffingComponentTest extends RegistryComponentTest {

    @Inject NoticeEmptyVillages notice;

    private Workplace place;
    private UUID facilitator;
    private UUID other;

    @BeforeEach
    void twoFacilitators() {
        place = Workplace.another();
        facilitator = place.facilitator(1);
        other = place.facilitator(2);
    }

    private ValidatableResponse withoutFacilitator() {
        return place.coordinator()
                .get("/villages/without-facilitator?village=" + place.subDistrict())
                .statusCode(200);
    }

    private List<String> notified(int village) {
        return tables.texts(
                "SELECT n.receiver_role || ' ' || n.receiver_ref || ' ' || n.template || ' ' || n.state"
                        + " FROM notification n JOIN village_without_facilitator v"
                        + " ON v.lapse_id = n.subject_id WHERE v.village_code = ? ORDER BY 1",
                place.village(village));
    }

    private void aFamilyIn(int village) {
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = NULL WHERE id = ?",
                place.village(village),
                importedFamily());
    }

    private void assign(UUID who, int village, LocalDate from, LocalDate until) {
        Map<String, Object> assignment = new HashMap<>();
        assignment.put("role", "FACILITATOR");
        assignment.put("village_code", place.village(village));
        assignment.put("valid_from", from.toString());
        assignment.put("valid_until", until == null ? null : until.toString());
        place.administrator()
                .post("/facilitators/" + who + "/assignments", assignment)
                .statusCode(201);
    }

    @Test
    void aFamilyThatHasNobodyIsNoticedOnceAndUntilSomebodyIsThere() {
        aFamilyIn(1);
        aFamilyIn(3);
        notice.handle();
        withoutFacilitator()
                .body("items.village_code", contains(place.village(3)))
                .body("items[0].since", nullValue())
                .body("items[0].families", equalTo(1))
                .body("items[0].noticed_at", notNullValue());
        assertThat(notified(1)).isEmpty();
        List<String> once =
                List.of(
                        "COORDINATOR %s VILLAGE_EMPTY QUEUED".formatted(place.subDistrict()),
                        "REGENCY_COORDINATOR " + place.regency() + " VILLAGE_EMPTY QUEUED");
        assertThat(notified(3)).isEqualTo(once);
        notice.handle();
        assertThat(notified(3)).isEqualTo(once);
        assertThat(
                        tables.text(
                                "SELECT count(*)::text FROM village_without_facilitator WHERE village_code = ?",
                                place.village(3)))
                .isEqualTo("1");

        assign(facilitator, 1, today().minusYears(1), today().minusDays(1));
        withoutFacilitator()
                .body("items", hasSize(2))
                .body("items[0].since", equalTo(today().toString()))
                .body("items[0].noticed_at", nullValue());
        notice.handle();
        assertThat(notified(1)).hasSize(2);
        tables.execute(
                "UPDATE notification SET state = 'ACKNOWLEDGED', state_by = 'x' WHERE area_code = ?"
                        + " AND template = 'VILLAGE_EMPTY'",
                place.subDistrict());

        assign(other, 1, today(), null);
        assign(other, 3, today(), null);
        notice.handle();
        withoutFacilitator().body("items", empty());
        assertThat(notified(3))
                .contains(
                        "COORDINATOR %s VILLAGE_COVERED QUEUED".formatted(place.subDistrict()),
                        "REGENCY_COORDINATOR " + place.regency() + " VILLAGE_EMPTY EXPIRED");
    }

    @Test
    void aVillageWithoutFamiliesNeedsNobody() {
        withoutFacilitator().body("items", empty());
    }

    @Test
    void oneOfTheFacilitatorsCoordinates() {
        String without = "/sub-districts/without-coordinator?area=" + place.subDistrict();
        place.coordinator()
                .get(without)
                .body("items.sub_district", contains(place.subDistrict()))
                .body("items[0].facilitators", equalTo(2));
        UUID elsewhere = Workplace.another().facilitator(1);
        coordinates(elsewhere, today(), null)
                .statusCode(422)
                .body("code", equalTo("COORDINATOR_WORKS_ELSEWHERE"));
        coordinates(facilitator, today(), today().minusDays(1))
                .statusCode(422)
                .body("code", equalTo("DATE_RANGE_INVALID"));
        coordinates(UUID.randomUUID(), today(), null)
                .statusCode(422)
                .body("code", equalTo("FACILITATOR_UNKNOWN"));
        String id =
                coordinates(facilitator, today(), null)
                        .statusCode(201)
                        .body("sub_district", equalTo(place.subDistrict()))
                        .extract()
                        .path("coordination_id");
        coordinates(other, today().plusYears(1), null)
                .statusCode(409)
                .body("code", equalTo("COORDINATOR_OVERLAPS"));
        place.coordinator().get(without).body("items", empty());
        onDay(today()).body("items.facilitator_id", contains(facilitator.toString()));
        onDay(today().minusDays(1)).body("items", empty());

        Caller.as(Roles.DATA_ADMINISTRATOR, "17.71.08")
                .post("/coordinators/" + id + "/end", Map.of("last_day", today().toString()))
                .statusCode(404);
        end(id, today().minusDays(1).toString())
                .statusCode(422)
                .body("code", equalTo("DATE_RANGE_INVALID"));
        end(id, today().toString()).statusCode(200).body("last_day", equalTo(today().toString()));
        end(id, today().toString()).statusCode(409).body("code", equalTo("COORDINATOR_ENDED"));
        coordinates(other, today().plusDays(1), null).statusCode(201);
    }

    @Test
    void aCoordinatorWhoWasEnteredWronglyCountsOnNoDay() {
        String id =
                coordinates(facilitator, today(), null)
                        .statusCode(201)
                        .extract()
                        .path("coordination_id");
        end(id, null).statusCode(200).body("counts", equalTo(false));
        onDay(today()).body("items", empty());
        coordinates(other, today(), null).statusCode(201);
    }

    @Test
    void theCoordinatorIsNotifiedInPersonAsWell() {
        coordinates(facilitator, today(), null).statusCode(201);
        aFamilyIn(3);
        notice.handle();
        assertThat(notified(3))
                .containsExactly(
                        "COORDINATOR %s VILLAGE_EMPTY QUEUED".formatted(place.subDistrict()),
                        "FACILITATOR %s VILLAGE_EMPTY QUEUED".formatted(facilitator),
                        "REGENCY_COORDINATOR " + place.regency() + " VILLAGE_EMPTY QUEUED");
    }

    @Test
    void aCoordinatorEndsWithTheAppointment() {
        String appointment =
                place.administrator()
                        .post(
                                "/facilitators/" + facilitator + "/appointments",
                                place.appointment(today().minusYears(1), null))
                        .statusCode(201)
                        .extract()
                        .path("appointments[0].appointment_id");
        coordinates(facilitator, today().minusDays(5), null).statusCode(201);
        place.administrator()
                .post(
                        "/appointments/" + appointment + "/end",
                        Map.of(
                                "last_day",
                                today().minusDays(1).toString(),
                                "reason_code",
                                "ILLNESS"))
                .statusCode(200);
        onDay(today()).body("items", empty());
        coordinates(other, today(), null).statusCode(201);
    }

    private ValidatableResponse onDay(LocalDate day) {
        return place.coordinator()
                .get("/coordinators?area=%s&on=%s".formatted(place.subDistrict(), day))
                .statusCode(200);
    }

    private ValidatableResponse end(String id, String lastDay) {
        Map<String, Object> request = new HashMap<>();
        request.put("last_day", lastDay);
        return place.administrator().post("/coordinators/" + id + "/end", request);
    }

    private ValidatableResponse coordinates(UUID who, LocalDate from, LocalDate until) {
        Map<String, Object> request = new HashMap<>();
        request.put("sub_district", place.subDistrict());
        request.put("facilitator_id", who.toString());
        request.put("valid_from", from.toString());
        request.put("valid_until", until == null ? null : until.toString());
        return place.administrator().post("/coordinators", request);
    }
}
