package id.pkh.registry.support;

import static io.restassured.RestAssured.given;

import id.pkh.localstack.TestTokens;
import id.pkh.platform.security.Roles;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Calls the API of the registry in the roles of its users. */
public final class Api {

    private static final List<String> DISTRICT = List.of("17.71.08");

    private Api() {}

    public static RequestSpecification as(String role, String... areas) {
        List<String> of = areas.length == 0 ? DISTRICT : List.of(areas);
        return given().auth()
                .oauth2(TestTokens.token(role.toLowerCase() + "-1", List.of(role), of));
    }

    public static RequestSpecification administrator() {
        return as(Roles.DATA_ADMINISTRATOR);
    }

    public static RequestSpecification officer() {
        return as(Roles.MINISTRY_OFFICER, "*");
    }

    public static ValidatableResponse importing(String kind, Rows rows) {
        return importing(administrator(), kind, rows.text());
    }

    public static ValidatableResponse importing(
            RequestSpecification caller, String kind, String text) {
        return caller.contentType("text/csv; charset=UTF-8")
                .body(text)
                .queryParam("filename", kind + ".csv")
                .post("/api/v1/imports/" + kind)
                .then();
    }

    public static ValidatableResponse post(
            RequestSpecification caller, String path, Map<String, ?> body) {
        return caller.contentType(ContentType.JSON).body(body).post("/api/v1" + path).then();
    }

    public static JsonPath get(RequestSpecification caller, String path) {
        return caller.get("/api/v1" + path).then().statusCode(200).extract().jsonPath();
    }
}
