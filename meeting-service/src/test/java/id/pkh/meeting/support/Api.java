package id.pkh.meeting.support;

import static io.restassured.RestAssured.given;

import id.pkh.localstack.TestTokens;
import id.pkh.platform.security.Roles;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service's API as its users call it. */
public final class Api {

    private Api() {}

    public static RequestSpecification as(String role, String... areas) {
        return named(role.toLowerCase() + "-1", List.of(role), areas);
    }

    public static RequestSpecification named(String subject, List<String> roles, String... areas) {
        return given().auth().oauth2(TestTokens.token(subject, roles, List.of(areas)));
    }

    public static RequestSpecification facilitator(Village village) {
        return as(Roles.FACILITATOR, village.code());
    }

    public static RequestSpecification coordinator(Village village) {
        return as(Roles.COORDINATOR, village.district());
    }

    public static ValidatableResponse send(RequestSpecification caller, String path, byte[] file) {
        return caller.contentType("text/csv").body(file).post("/api/v1" + path).then();
    }

    public static ValidatableResponse sheet(Village village, String path, byte[] file) {
        return send(facilitator(village), "/sheets/" + path, file);
    }

    public static ValidatableResponse correction(
            Village village, String path, byte[] file, String reason) {
        return send(
                facilitator(village).queryParam("correction", true).queryParam("reason", reason),
                "/sheets/" + path,
                file);
    }

    public static ValidatableResponse post(
            RequestSpecification caller, String path, Map<String, ?> body) {
        return caller.contentType(ContentType.JSON).body(body).post("/api/v1" + path).then();
    }

    public static JsonPath get(RequestSpecification caller, String path) {
        return caller.get("/api/v1" + path).then().statusCode(200).extract().jsonPath();
    }

    /** Forms a group since 2025 and gives its id. */
    public static UUID formGroup(Village village, String code) {
        return UUID.fromString(
                post(
                                facilitator(village),
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
        return post(
                coordinator(village), "/month-closings", Map.of("month", month, "area_code", area));
    }

    public static ValidatableResponse notHeld(
            RequestSpecification caller, String group, String month, String reason) {
        return post(
                caller, "/not-held", Map.of("group_code", group, "month", month, "reason", reason));
    }
}
