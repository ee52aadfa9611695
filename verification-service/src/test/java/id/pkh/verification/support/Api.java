package id.pkh.verification.support;

import static io.restassured.RestAssured.given;

import id.pkh.localstack.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Somebody who calls this service. */
public record Api(String subject, List<String> roles, List<String> areas) {

    public static Api facilitator(String area) {
        return new Api("facilitator-1", List.of("FACILITATOR"), List.of(area));
    }

    public static Api coordinator(String area) {
        return new Api("coordinator-1", List.of("COORDINATOR"), List.of(area));
    }

    public static Api administrator(String area) {
        return new Api("administrator-1", List.of("DATA_ADMINISTRATOR"), List.of(area));
    }

    public static Api officer() {
        return officer("officer-1");
    }

    public static Api officer(String subject) {
        return new Api(subject, List.of("MINISTRY_OFFICER"), List.of("*"));
    }

    public static Api approver() {
        return new Api("approver-1", List.of("MINISTRY_APPROVER"), List.of("*"));
    }

    public static Api auditor() {
        return new Api("auditor-1", List.of("AUDITOR"), List.of("*"));
    }

    public static Api external() {
        return new Api("system-1", List.of("EXTERNAL_SYSTEM"), List.of("*"));
    }

    public RequestSpecification request() {
        return given().auth().oauth2(TestTokens.token(subject, roles, areas));
    }

    public ValidatableResponse get(String path, Object... values) {
        return request().get("/api/v1" + path, values).then();
    }

    public ValidatableResponse post(String path, Map<String, ?> body) {
        return request().contentType("application/json").body(body).post("/api/v1" + path).then();
    }

    public ValidatableResponse send(String path, String csv) {
        return send(path, csv, "en");
    }

    public ValidatableResponse send(String path, String csv, String language) {
        return request()
                .contentType("text/csv")
                .header("Accept-Language", language)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1" + path)
                .then();
    }
}
