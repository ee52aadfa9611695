package id.pkh.testsupport.rest;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.localstack.TestTokens;
import id.pkh.testsupport.description.DescribedTraffic;
import id.pkh.testsupport.description.Received;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A user or a system that calls the application under test. Paths are those below /api/v1. */
public final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/v1";
    private static final DescribedTraffic TRAFFIC = new DescribedTraffic();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static {
        KeptScripts.install();
    }

    private final String token;
    private final Map<String, String> headers;

    private Caller(String token, Map<String, String> headers) {
        this.token = token;
        this.headers = headers;
    }

    private static Caller of(String token) {
        return new Caller(token, Map.of());
    }

    /** A caller of a role alone, called such as {@code auditor-1}. */
    public static Caller as(String role, String... areas) {
        return named(role.toLowerCase() + "-1", role, areas);
    }

    public static Caller named(String subject, String role, String... areas) {
        return named(subject, List.of(role), areas);
    }

    public static Caller named(String subject, List<String> roles, String... areas) {
        return of(TestTokens.token(subject, roles, List.of(areas)));
    }

    /** A clerk of a bank. */
    public static Caller ofBank(String bank) {
        return of(TestTokens.bankToken("clerk-" + bank, List.of("BANK"), bank));
    }

    /** A caller with a token as it is. */
    public static Caller withToken(String token) {
        return of(token);
    }

    /** A caller without a token. */
    public static Caller anonymous() {
        return of(null);
    }

    /** A caller whose token expired an hour ago. */
    public static Caller expired(String role) {
        return of(TestTokens.expired(role.toLowerCase() + "-1", List.of(role), List.of("*")));
    }

    public static Caller facilitator(String area) {
        return as("FACILITATOR", area);
    }

    public static Caller coordinator(String area) {
        return as("COORDINATOR", area);
    }

    public static Caller administrator(String area) {
        return named("administrator-1", "DATA_ADMINISTRATOR", area);
    }

    public static Caller officer() {
        return officer("officer-1");
    }

    public static Caller officer(String subject) {
        return named(subject, "MINISTRY_OFFICER", "*");
    }

    public static Caller approver() {
        return approver("approver-1");
    }

    public static Caller approver(String subject) {
        return named(subject, "MINISTRY_APPROVER", "*");
    }

    public static Caller auditor() {
        return as("AUDITOR", "*");
    }

    public static Caller externalSystem() {
        return named("system-1", "EXTERNAL_SYSTEM", "*");
    }

    /** The same person with the same roles, for other areas; a bank has none. */
    public Caller inAreas(String... areas) {
        if (token == null) {
            return this;
        }
        JsonNode claims = claims();
        if (claims.has("bank")) {
            return this;
        }
        List<String> roles = new ArrayList<>();
        claims.path("groups").forEach(role -> roles.add(role.textValue()));
        return new Caller(
                TestTokens.token(claims.path("sub").textValue(), roles, List.of(areas)), headers);
    }

    private JsonNode claims() {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new IllegalStateException("the claims of a token are no JSON", e);
        }
    }

    /** The same caller, who wants answers in this language. */
    public Caller in(String acceptedLanguage) {
        return with("Accept-Language", acceptedLanguage);
    }

    /** The same caller, with a key under which a request has its effect once. */
    public Caller withKey(String idempotencyKey) {
        return with("Idempotency-Key", idempotencyKey);
    }

    public Caller withNewKey() {
        return withKey(UUID.randomUUID().toString());
    }

    public Caller with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Caller(token, more);
    }

    public String token() {
        return token;
    }

    public RequestSpecification request() {
        RequestSpecification request = given().headers(headers).filter(TRAFFIC);
        return token == null ? request : request.auth().oauth2(token);
    }

    /**
     * Sends a request without REST Assured, whose scripts take longer than most requests: for tests
     * that send thousands.
     *
     * @param address below the application, as it is sent
     * @param more headers beside those of the caller
     */
    public HttpResponse<String> send(
            String method, String address, Map<String, String> more, byte[] body) {
        URI to = URI.create(RestAssured.baseURI + ":" + RestAssured.port + address);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .timeout(PATIENCE)
                        .method(
                                method.toUpperCase(),
                                body.length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = answer(request.build());
        TRAFFIC.check(method.toUpperCase(), to, Received.from(response));
        return response;
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException("no answer to " + request.uri(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
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

    /** Posts JSON as it is, also such that is none. */
    public ValidatableResponse post(String path, String json) {
        return request().contentType(ContentType.JSON).body(json).post(API + path).then();
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
