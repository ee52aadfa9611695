package id.pkh.meeting.support;

import id.pkh.testsupport.rest.Caller;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** The service's API as its users call it. */
public final class Api {

    private Api() {}

    public static Caller facilitator(Village village) {
        return Caller.facilitator(village.code());
    }

    public static Caller coordinator(Village village) {
        return Caller.coordinator(village.district());
    }

    public static ValidatableResponse sheet(Village village, String path, byte[] file) {
        return facilitator(village).send("/sheets/" + path, file);
    }

    public static ValidatableResponse correction(
            Village village, String path, byte[] file, String reason) {
        return facilitator(village)
                .send("/sheets/" + path, file, Map.of("correction", true, "reason", reason));
    }

    /** Forms a group since 2025 and gives its id. */
    public static UUID formGroup(Village village, String code) {
        return UUID.fromString(
                facilitator(village)
                        .post(
                                "/groups",
                                Map.of(
                                        "group_code", code,
                                        "name", "Melati",
                                        "meeting_place", "Balai Kelurahan",
                                        "formed_on", "2025-01-01"))
                        .statusCode(201)
                        .extract()
                        .path("group_id"));
    }

    public static ValidatableResponse close(Village village, String month) {
        return close(village, month, village.district());
    }

    public static ValidatableResponse close(Village village, String month, String area) {
        return coordinator(village)
                .post("/month-closings", Map.of("month", month, "area_code", area));
    }

    public static ValidatableResponse notHeld(
            Caller caller, String group, String month, String reason) {
        return caller.post(
                "/not-held", Map.of("group_code", group, "month", month, "reason", reason));
    }
}
