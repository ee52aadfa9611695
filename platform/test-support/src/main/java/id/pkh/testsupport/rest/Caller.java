package id.pkh.testsupport.rest;

import static io.restassured.RestAssured.given;

import id.pkh.localstack.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A user or a system that calls the application under test. Paths are those below /api/v1. */
public final class Caller {

    private static final String API = "/api/v1";

    private final String token;
    private final String language;

    private Caller(String token, String language) {
        this.token = token;
        this.language = language;
    }

    /** A caller of a role alone, called such as {@code auditor-1}. */
    public static Caller as(String role, String... areas) {
        return named(role.toLowerCase() + "-1", List.of(role), areas);
    }

    public static Caller named(String subject, List<String> roles, String... areas) {
        return new Caller(TestTokens.token(subject, roles, List.of(areas)), null);
    }

    /** A clerk of a bank. */
    public static Caller ofBank(String bank) {
        return new Caller(TestTokens.bankToken("clerk-" + bank, List.of("BANK"), bank), null);
    }

    public static Caller facilitator(String area) {
        return as("FACILITATOR", area);
    }

    public static Caller coordinator(String area) {
        return as("COORDINATOR", area);
    }

    public static Caller administrator(String area) {
        return named("administrator-1", List.of("DATA_ADMINISTRATOR"), area);
    }

    public static Caller officer() {
        return officer("officer-1");
    }

    public static Caller officer(String subject) {
        return named(subject, List.of("MINISTRY_OFFICER"), "*");
    }

    public static Caller approver() {
        return named("approver-1", List.of("MINISTRY_APPROVER"), "*");
    }

    public static Caller auditor() {
        return as("AUDITOR", "*");
    }

    public static Caller externalSystem() {
        return named("system-1", List.of("EXTERNAL_SYSTEM"), "*");
    }

    /** The same caller, who wants answers in this language. */
    public Caller in(String acceptedLanguage) {
        return new Caller(token, acceptedLanguage);
    }

    public RequestSpecification request() {
        RequestSpecification request = given().auth().oauth2(token);
        return language == null ? request : request.header("Accept-Language", language);
    }

    public ValidatableResponse get(String path, Object... values) {
        return request().get(API + path, values).then();
    }

    /** The answer to a request that has to succeed. */
    public JsonPath read(String path, Object... values) {
        return get(path, values).statusCode(200).extract().jsonPath();
    }

    public ValidatableResponse post(String path, Map<String, ?> body) {
        return request().contentType(ContentType.JSON).body(body).post(API + path).then();
    }

    public ValidatableResponse post(String path) {
        return request().post(API + path).then();
    }

    /** Uploads a file. */
    public ValidatableResponse send(String path, byte[] file) {
        return send(path, file, Map.of());
    }

    public ValidatableResponse send(String path, byte[] file, Map<String, ?> parameters) {
        return request()
                .queryParams(parameters)
                .contentType("text/csv")
                .body(file)
                .post(API + path)
                .then();
    }

    /** Uploads a list in UTF-8. */
    public ValidatableResponse send(String path, String list) {
        return send(path, list.getBytes(StandardCharsets.UTF_8));
    }
}
