package id.pkh.registry.facilitator;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facilitators are appointed by decree, and answer for villages only while they are. */
@QuarkusTest
class AppointmentComponentTest extends RegistryComponentTest {

    private Workplace place;
    private UUID facilitator;

    @BeforeEach
    void aFacilitator() {
        place = Workplace.another();
        facilitator = place.facilitator(lastYear(), 1);
    }

    private ValidatableResponse appoint(LocalDate from, LocalDate until) {
        return appoint(place.appointment(from, until));
    }

    private ValidatableResponse appoint(Map<String, Object> appointment) {
        return place.administrator()
                .post("/facilitators/" + facilitator + "/appointments", appointment);
    }

    private ValidatableResponse end(String appointment, LocalDate lastDay, String reason) {
        Map<String, Object> request = new HashMap<>();
        request.put("last_day", lastDay == null ? null : lastDay.toString());
        request.put("reason_code", reason);
        return place.administrator().post("/appointments/" + appointment + "/end", request);
    }

    private ValidatableResponse assign(int village, LocalDate from) {
        return place.administrator()
                .post(
                        "/facilitators/" + facilitator + "/assignments",
                        Map.of(
                                "role", "FACILITATOR",
                                "village_code", place.village(village),
                                "valid_from", from.toString()));
    }

    private String appointed(LocalDate from, LocalDate until) {
        return appoint(from, until)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("appointments[-1].appointment_id");
    }

    @Test
    void anAssignmentLiesWithinTheAppointment() {
        assign(2, lastYear()).statusCode(201);
        appointed(lastYear(), null);
        assign(3, lastYear().minusDays(1))
                .statusCode(409)
                .body("code", equalTo("ASSIGNMENT_OUTSIDE_APPOINTMENT"));
        assign(3, lastYear()).statusCode(201);
    }

    @Test
    void anAppointmentThatBeginsAfterAnAssignmentIsRefused() {
        appoint(lastYear().plusDays(1), null)
                .statusCode(409)
                .body("code", equalTo("ASSIGNMENT_OUTSIDE_APPOINTMENT"))
                .body("village_code", equalTo(place.village(1)));
    }

    @Test
    void anAssignmentOfBeforeTheFirstDecreeOnRecordStays() {
        LocalDate until = today().minusMonths(6);
        place.administrator()
                .post(
                        "/facilitators/" + facilitator + "/assignments",
                        Map.of(
                                "role", "FACILITATOR",
                                "village_code", place.village(1),
                                "valid_from", lastYear().toString(),
                                "valid_until", until.toString()))
                .statusCode(201);
        appoint(until, null)
                .statusCode(409)
                .body("code", equalTo("ASSIGNMENT_OUTSIDE_APPOINTMENT"));
        appoint(until.plusDays(1), null)
                .statusCode(201)
                .body("assignments[0].valid_until", equalTo(until.toString()));
    }

    @Test
    void anAssignmentEndsWithTheAppointment() {
        LocalDate lastDay = today().plusMonths(2);
        appoint(lastYear(), lastDay)
                .statusCode(201)
                .body("assignments[0].valid_until", equalTo(lastDay.toString()));
        assertThat(tables.names(facilitator))
                .containsExactly("facilitator-assigned", "facilitator-assigned");
        assertThat(tables.published(facilitator).get(1).payload().get("valid_until").asText())
                .isEqualTo(lastDay.toString());
    }

    @Test
    void anAppointmentThatFollowsCarriesOn() {
        LocalDate lastDay = today().plusMonths(2);
        appointed(lastYear(), lastDay);
        appoint(lastDay, null).statusCode(409).body("code", equalTo("APPOINTMENT_OVERLAPS"));
        appointed(lastDay.plusDays(1), null);
        assign(2, today()).statusCode(201).body("assignments[1].valid_until", nullValue());
    }

    @Test
    void aDeathEndsAppointmentAndAssignments() {
        String appointment = appointed(lastYear(), null);
        LocalDate yesterday = today().minusDays(1);
        end(appointment, yesterday, "DECEASED")
                .statusCode(200)
                .body("assignments[0].valid_until", equalTo(yesterday.toString()))
                .body("appointments[0].last_day", equalTo(yesterday.toString()))
                .body("appointments[0].end_reason", equalTo("DECEASED"));
        end(appointment, yesterday, "DECEASED")
                .statusCode(409)
                .body("code", equalTo("APPOINTMENT_ENDED"));
        assign(2, today()).statusCode(409).body("code", equalTo("ASSIGNMENT_OUTSIDE_APPOINTMENT"));
    }

    @Test
    void anEndLiesWithinTheDecree() {
        LocalDate lastDay = today().plusMonths(2);
        String appointment = appointed(lastYear(), lastDay);
        end(appointment, lastDay.plusDays(1), "RESIGNED")
                .statusCode(422)
                .body("code", equalTo("APPOINTMENT_ENDS_LATER"));
        end(appointment, lastYear().minusDays(1), "RESIGNED")
                .statusCode(422)
                .body("code", equalTo("DATE_RANGE_INVALID"));
        end(appointment, null, "RESIGNED")
                .statusCode(422)
                .body("code", equalTo("LAST_DAY_MISSING"));
        end(appointment, lastDay, "RESIGNED").statusCode(200);
    }

    @Test
    void aWrongAppointmentIsReplacedAndCountsOnNoDay() {
        String wrong = appointed(lastYear(), null);
        Map<String, Object> right = place.appointment(lastYear().minusYears(1), null);
        right.put("corrects", wrong);
        appoint(right)
                .statusCode(201)
                .body("appointments", hasSize(2))
                .body("appointments.find { it.corrects }.corrects", equalTo(wrong))
                .body("appointments.find { !it.corrects }.end_reason", equalTo("ENTERED_WRONGLY"));
        right.put("corrects", UUID.randomUUID().toString());
        appoint(right).statusCode(422).body("code", equalTo("APPOINTMENT_UNKNOWN"));
    }

    @Test
    void onlyAppointmentsOfTheOwnAreaAreRecorded() {
        Map<String, Object> elsewhere = place.appointment(lastYear(), null);
        elsewhere.put("area_code", "17.71.08");
        appoint(elsewhere).statusCode(422).body("code", equalTo("AREA_UNKNOWN"));
        elsewhere.put("area_code", place.village(1));
        appoint(elsewhere).statusCode(422).body("code", equalTo("AREA_UNKNOWN"));
        appoint(lastYear(), lastYear().minusDays(1))
                .statusCode(422)
                .body("code", equalTo("DATE_RANGE_INVALID"));
        Caller.as(Roles.DATA_ADMINISTRATOR, "17.71.08")
                .post(
                        "/facilitators/" + facilitator + "/appointments",
                        place.appointment(lastYear(), null))
                .statusCode(404);
        String appointment = appointed(lastYear(), null);
        Caller.as(Roles.DATA_ADMINISTRATOR, "17.71.08")
                .post(
                        "/appointments/" + appointment + "/end",
                        Map.of("last_day", today().toString(), "reason_code", "RESIGNED"))
                .statusCode(404);
    }

    @Test
    void aFacilitatorIsRegisteredWithAnAppointment() {
        Map<String, Object> request = new HashMap<>();
        request.put("code", "A-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase());
        request.put("name", "Pendamping Contoh");
        request.put("nik", TestPeople.man("1990-06-15"));
        request.put("appointment", place.appointment(today(), null));
        request.put(
                "assignments",
                List.of(
                        Map.of(
                                "role", "FACILITATOR",
                                "village_code", place.village(2),
                                "valid_from", lastYear().toString())));
        place.administrator()
                .post("/facilitators", request)
                .statusCode(409)
                .body("code", equalTo("ASSIGNMENT_OUTSIDE_APPOINTMENT"));
        request.put("appointment", place.appointment(lastYear(), null));
        place.administrator()
                .post("/facilitators", request)
                .statusCode(201)
                .body("appointments", hasSize(1));
    }

    @Test
    void aRowOfAListOutsideTheAppointmentIsRefusedAlone() {
        String nik = TestPeople.woman("1990-06-15");
        String code = "L-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        String day = lastYear().toString();
        place.administrator()
                .send(
                        "/imports/facilitators",
                        Rows.facilitators()
                                .row(code, "Contoh", nik, "PENDAMPING", place.village(2), day, "")
                                .text())
                .statusCode(201);
        facilitator =
                UUID.fromString(tables.text("SELECT id FROM facilitator WHERE code = ?", code));
        appointed(lastYear(), null);
        String before = lastYear().minusDays(1).toString();
        place.administrator()
                .send(
                        "/imports/facilitators",
                        Rows.facilitators()
                                .row(
                                        code,
                                        "Contoh",
                                        nik,
                                        "PENDAMPING",
                                        place.village(3),
                                        before,
                                        "")
                                .row(code, "Contoh", nik, "PENDAMPING", place.village(4), day, "")
                                .text())
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("refusals[0].code", equalTo("ASSIGNMENT_OUTSIDE_APPOINTMENT"));
    }

    @Test
    void appointmentsAreImportedAsAList() {
        String code = code(facilitator);
        UUID other = place.facilitator(lastYear(), 2);
        String first = lastYear().toString();
        String last = today().plusMonths(2).toString();
        String area = place.subDistrict();
        Rows list =
                appointments()
                        .row(code, "SK 1/PKH", first, area, "PPPK", first, "")
                        .row(code, "SK 2/PKH", first, area, "PPPK", last, "")
                        .row(code(other), "SK 3/PKH", first, area, "KONTRAK", first, last)
                        .row("NOBODY-1", "SK 4/PKH", first, area, "PNS", first, "")
                        .row(code, "SK 5/PKH", first, "17.71.08", "PNS", first, "")
                        .row(code, "", first, area, "PNS", first, "")
                        .row(code, "SK 7/PKH", first, area, "RELAWAN", first, "")
                        .row(code, "SK 1/PKH", first, area, "PPPK", first, "");
        place.administrator()
                .send("/imports/appointments", list.text())
                .statusCode(201)
                .body("rows_applied", equalTo(2))
                .body("rows_unchanged", equalTo(1))
                .body(
                        "refusals.code",
                        contains(
                                "APPOINTMENT_OVERLAPS",
                                "FACILITATOR_UNKNOWN",
                                "AREA_UNKNOWN",
                                "DECREE_MISSING",
                                "EMPLOYMENT_UNKNOWN"));
        place.administrator()
                .get("/facilitators/" + other)
                .body("appointments[0].employment", equalTo("CONTRACT"))
                .body("assignments[0].valid_until", equalTo(last));
        assertThat(tables.names(other)).hasSize(2);
        UUID third = place.facilitator(lastYear(), 3);
        place.administrator()
                .send(
                        "/imports/appointments",
                        appointments()
                                .row(code(third), "SK 6/PKH", first, area, "PPPK", last, "")
                                .text())
                .statusCode(422)
                .body("refusals[0].code", equalTo("ASSIGNMENT_OUTSIDE_APPOINTMENT"));
    }

    private String code(UUID who) {
        return tables.text("SELECT code FROM facilitator WHERE id = ?", who);
    }

    private static Rows appointments() {
        return Rows.of(
                "kode_pendamping;nomor_sk;tanggal_sk;kode_wilayah;kepegawaian;berlaku_mulai;"
                        + "berlaku_sampai");
    }

    /** The database itself. */
    @Test
    void theDatabaseKnowsTheRulesToo() {
        String appointment = appointed(lastYear(), null);
        assertRefused(
                "UPDATE facilitator_appointment SET decree_number = 'another' WHERE appointment_id = '%s'"
                        .formatted(appointment),
                "ended once and never edited");
        assertRefused(
                "DELETE FROM facilitator_appointment WHERE appointment_id = '%s'"
                        .formatted(appointment),
                "ended once and never edited");
        assertRefused(
                "INSERT INTO facilitator_appointment SELECT gen_random_uuid(), facilitator_id, decree_number,"
                        + " decree_date, area_code, employment, valid_from, valid_until, corrects, appointed_by,"
                        + " appointed_at FROM facilitator_appointment WHERE appointment_id = '%s'"
                                .formatted(appointment),
                "facilitator_appointment_one_a_day");
        assertRefused(
                "UPDATE facilitator_assignment SET valid_from = valid_from - 1 WHERE facilitator_id = '%s'"
                        .formatted(facilitator),
                "outside an appointment");
        assertRefused("UPDATE facilitator_policy SET notice_days = 1", "two people");
    }

    private void assertRefused(String statement, String because) {
        assertThatThrownBy(() -> tables.execute(statement)).hasStackTraceContaining(because);
    }

    @Test
    void theFirstPolicyIsThatOfTheRulePage() {
        assertThat(
                        tables.text(
                                "SELECT families_per_facilitator || ' ' || notice_days || ' ' || overlap_days"
                                        + " || ' ' || appointment_required FROM facilitator_policy"
                                        + " WHERE policy_code = 'FACILITATORS-2026'"))
                .isEqualTo("375 14 14 false");
    }

    @Test
    void theLoadIsComparedWithThePolicy() {
        UUID family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = NULL WHERE id = ?",
                place.village(1),
                family);
        place.coordinator()
                .get("/facilitators/loads?village=" + place.subDistrict())
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].facilitator_id", equalTo(facilitator.toString()))
                .body("items[0].villages", equalTo(1))
                .body("items[0].families", equalTo(1))
                .body("items[0].target", equalTo(375))
                .body("items[0].above_target", equalTo(-374));
    }

    private static LocalDate lastYear() {
        return today().minusYears(1);
    }
}
