package id.pkh.meeting.support;

import id.pkh.testsupport.files.Images;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Plans, calendars, photos and mistakes of which the examples of the API description speak. */
public final class PlanExamples {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final String SECRET = "u5QmJ0cT2xXnA1bS4dF6gH8jK0lZ3xC5vB7nM9qW1eR";

    private PlanExamples() {}

    public static Map<String, String> provide(Rows rows, Village village, UUID groupId) {
        Map<String, String> actual = new HashMap<>();
        actual.put(PREFIX + "4a1b3c5d7e01", item(rows, village, "P2K2", groupId, 1, null));
        actual.put(PREFIX + "4a1b3c5d7e02", item(rows, village, "GROUP_MEETING", groupId, 1, null));
        actual.put(PREFIX + "4a1b3c5d7e03", item(rows, village, "P2K2", groupId, 2, null));
        actual.put(
                PREFIX + "4a1b3c5d7e04", item(rows, village, "SCHOOL_VISIT", null, 3, "10700123"));
        Caller facilitator = Caller.named(village.facilitatorCode(), "FACILITATOR", village.code());
        JsonPath read = create(facilitator);
        actual.put(PREFIX + "6b2d4f6a8c01", read.getString("calendar_token_id"));
        actual.put(SECRET, read.getString("path").replaceAll(".*/|\\.ics", ""));
        actual.put(PREFIX + "6b2d4f6a8c02", create(facilitator).getString("calendar_token_id"));
        return actual;
    }

    /** A photo of a meeting that was held in December 2025. */
    public static String photo(Village village, String meetingId) {
        return Api.facilitator(village)
                .request()
                .queryParams(
                        Map.of(
                                "latitude", "-3.788892",
                                "longitude", "102.266579",
                                "taken_at", "2025-12-15T10:20:00"))
                .contentType("image/png")
                .body(Images.png(4, 4))
                .post("/api/v1/meetings/" + meetingId + "/photos")
                .then()
                .statusCode(201)
                .extract()
                .path("photo_id");
    }

    /** A proposal to take back a meeting of a closed month. */
    public static String takingBack(Village village, String meetingId) {
        return Caller.named("coordinator-2", "COORDINATOR", village.district())
                .post(
                        "/meetings/" + meetingId + "/taking-back-proposals",
                        Map.of("reason", "the sheet of another group"))
                .statusCode(201)
                .extract()
                .path("proposal_id");
    }

    private static JsonPath create(Caller facilitator) {
        return facilitator
                .post("/calendar-tokens", Map.of("label", "telepon"))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** As the machine plans it. */
    static String item(
            Rows rows, Village village, String kind, UUID groupId, int month, String school) {
        UUID id = UUID.randomUUID();
        String period = month == 3 ? "2026-04-01" : "2026-0" + (5 + month) + "-01";
        String day = month == 3 ? "2026-06-12" : "2026-0" + (5 + month) + "-16";
        rows.execute(
                "INSERT INTO plan_item (id, kind, village_code, group_id, school_id, period, planned_for, starts_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?::date, ?::date, ?::time, 1)",
                id,
                kind,
                village.code(),
                groupId,
                school,
                period,
                day,
                kind.equals("P2K2") ? "09:00" : "11:00");
        rows.execute(
                "INSERT INTO plan_item_version (item_id, version, planned_for, starts_at, cancelled, recorded_at, recorded_by)"
                        + " VALUES (?, 1, ?::date, '09:00', false, now(), 'system')",
                id,
                day);
        return id.toString();
    }
}
