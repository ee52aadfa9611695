package id.pkh.meeting.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.plan.PlannedComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A facilitator subscribes to the plan. */
@QuarkusTest
@OnLocalStack("meeting")
class CalendarComponentTest extends PlannedComponentTest {

    private Caller facilitator;
    private UUID assignment;

    @BeforeEach
    void aFacilitator() {
        assignment = registry.assign(village, "2025-01-01", null);
        families = registry.families(village, group, 2);
        groupId = Api.formGroup(village, group);
        facilitator = Caller.named(village.facilitatorCode(), "FACILITATOR", village.code());
    }

    @Test
    void theCalendarShowsThePlanAndNoPerson() {
        planOn("2026-07-01");
        facilitator
                .post(
                        "/plan/home-visits",
                        Map.of(
                                "kpm_id", families.get(0).kpmId(),
                                "purpose", "COMPLAINT",
                                "planned_for", "2026-07-07",
                                "starts_at", "09:00"))
                .statusCode(201);
        String path = token().getString("path");
        Response read = read(path, null);
        String text = read.asString();
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.contentType()).startsWith("text/calendar");
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("SUMMARY:Pertemuan kelompok " + group)
                .contains("DTSTART:20260714T090000\r\n")
                .contains("DTEND:20260714T110000\r\n")
                .contains("SUMMARY:Kunjungan rumah\\, desa " + village.code())
                .doesNotContain(families.get(0).kpmId().toString())
                .doesNotContain("COMPLAINT")
                .doesNotContain("LOCATION");

        assertThat(text.replace("\r\n ", "")).contains("Menjadi orang tua yang lebih baik");
        assertThat(read(path, read.header("ETag")).statusCode()).isEqualTo(304);
        assertThat(read(path, null).asString()).isEqualTo(text);

        JsonPath plan = facilitator.read("/plan?from=2026-07-14&to=2026-07-14");
        String meeting = plan.getString("items[0].plan_item_id");
        facilitator
                .post(
                        "/plan/" + meeting + "/changes",
                        Map.of(
                                "version", 1,
                                "planned_for", "2026-07-16",
                                "starts_at", "10:00",
                                "place", "Rumah ketua",
                                "reason", "the hall is taken"))
                .statusCode(201);
        Response changed = read(path, read.header("ETag"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(eventOf(changed.asString(), meeting))
                .contains("SEQUENCE:1", "DTSTART:20260716T100000", "STATUS:CONFIRMED")
                .doesNotContain("Rumah ketua", "the hall");
        facilitator
                .post(
                        "/plan/" + meeting + "/cancellation",
                        Map.of("version", 2, "reason", "a flood"))
                .statusCode(200);
        assertThat(eventOf(read(path, null).asString(), meeting))
                .contains("SEQUENCE:2", "STATUS:CANCELLED");
    }

    @Test
    void addressesThatDoNotWorkAreAnsweredAlike() {
        JsonPath first = token();
        JsonPath second = token();
        assertThat(read(first.getString("path"), null).statusCode()).isEqualTo(200);
        facilitator
                .get("/calendar-tokens")
                .body("label", contains("telepon", "telepon"))
                .body("[0].path", equalTo(null));
        assertThat(
                        new Rows(database)
                                .text("SELECT string_agg(token_sha256, '') FROM calendar_token"))
                .doesNotContain(first.getString("path").substring(17, 40));
        String id = first.getString("calendar_token_id");
        Caller.named("somebody", "FACILITATOR", village.code())
                .request()
                .delete("/api/v1/calendar-tokens/" + id)
                .then()
                .statusCode(404);
        withdraw(id, 204);
        withdraw(id, 204);
        String gone = read(first.getString("path"), null).asString();
        assertThat(gone).contains("NOT_FOUND");
        assertThat(withoutPath(read("/api/v1/calendar/nothing.ics", null)))
                .isEqualTo(withoutPath(read(first.getString("path"), null)));

        clock.setTo("2026-12-20");
        assertThat(withoutPath(read(second.getString("path"), null)))
                .isEqualTo(withoutPath(read(first.getString("path"), null)));
    }

    @Test
    void leavingEndsTheCalendarAndOthersHaveNone() {
        String path = token().getString("path");
        registry.assign(assignment, 2, village, "FACILITATOR", "2025-01-01", "2026-06-09");
        registry.await();
        assertThat(read(path, null).statusCode()).isEqualTo(404);
        facilitator
                .post("/calendar-tokens", Map.of("label", "telepon"))
                .statusCode(422)
                .body("code", equalTo("FACILITATOR_UNKNOWN"));
        Api.coordinator(village)
                .post("/calendar-tokens", Map.of("label", "telepon"))
                .statusCode(403);
    }

    @Test
    void aFacilitatorHasFiveAddressesAtMost() {
        for (int i = 0; i < 5; i++) {
            token();
        }
        facilitator
                .post("/calendar-tokens", Map.of("label", "telepon"))
                .statusCode(409)
                .body("code", equalTo("CALENDAR_TOKENS_TOO_MANY"));
        facilitator.get("/calendar-tokens").body("$", hasSize(5));
    }

    private JsonPath token() {
        return facilitator
                .post("/calendar-tokens", Map.of("label", "telepon"))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private void withdraw(String id, int status) {
        facilitator.request().delete("/api/v1/calendar-tokens/" + id).then().statusCode(status);
    }

    private static Response read(String path, String etag) {
        Caller anyone = Caller.anonymous();
        return (etag == null ? anyone : anyone.with("If-None-Match", etag)).request().get(path);
    }

    /** The problem document repeats the address that was asked for. */
    private static String withoutPath(Response answer) {
        return answer.statusCode() + answer.asString().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static String eventOf(String calendar, String id) {
        int at = calendar.indexOf("UID:" + id);
        return calendar.substring(
                calendar.lastIndexOf("BEGIN:VEVENT", at), calendar.indexOf("END:VEVENT", at));
    }
}
