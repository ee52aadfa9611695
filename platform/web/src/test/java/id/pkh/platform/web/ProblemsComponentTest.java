package id.pkh.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.pkh.localstack.LocalStackResource;
import id.pkh.testsupport.log.CapturedLog;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rest.TricklingClient;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "web"))
class ProblemsComponentTest {

    @Test
    void a_refusal_says_what_to_do_in_english_by_default() {
        problem(given().get("/try/refused"), 409, "TEST_REFUSED")
                .header("Content-Language", "en")
                .body("type", equalTo("urn:pkh:problem:TEST_REFUSED"))
                .body("title", equalTo("Refused for a test"))
                .body("detail", equalTo("The area 17.71.08 is closed. Choose another."))
                .body("instance", equalTo("/try/refused"))
                .body("area_code", equalTo("17.71.08"))
                .body("status", equalTo(409));
    }

    @Test
    void and_in_indonesian_on_request() {
        problem(given().header("Accept-Language", "id-ID").get("/try/refused"), 409, "TEST_REFUSED")
                .header("Content-Language", "id")
                .body("detail", equalTo("Wilayah 17.71.08 ditutup. Pilih yang lain."));
    }

    @Test
    void a_code_that_nobody_declared_is_still_an_answer() {
        problem(given().get("/try/undeclared"), 422, "NOBODY_KNOWS_THIS");
    }

    @Test
    void an_unforeseen_error_has_a_reference_and_tells_nothing_else() {
        problem(given().get("/try/broken"), 500, "INTERNAL_ERROR")
                .body("reference", not(equalTo(null)))
                .body("detail", containsString("reference"))
                .body(not(containsString("secret")))
                .body(not(containsString("1771080101900001")))
                .body(not(containsString("Exception")));
    }

    @Test
    void what_two_did_at_once_is_a_conflict() {
        problem(given().get("/try/duplicate"), 409, "CONCURRENT_CHANGE")
                .body(not(containsString("twice")));
    }

    @Test
    void a_refusal_inside_a_transaction_is_the_same_refusal() {
        problem(given().get("/try/rolled-back"), 409, "TEST_REFUSED");
    }

    @Test
    void constraints_name_the_fields_as_they_stand_on_the_wire() {
        String body =
                """
                {"short_name":"too long","is_open":true,
                 "parts":[{"village_code":"17.71.08.1001","count":9},{"village_code":" ","count":10}]}
                """;
        problem(json(body).post("/try/body"), 400, "INVALID_REQUEST")
                .body(
                        "violations.field",
                        hasItems("short_name", "parts[1].village_code", "parts[1].count"))
                .body("violations.size()", equalTo(3))
                .body(
                        "violations.find { it.field == 'short_name' }.message",
                        equalTo("must have 2 to 4 characters or elements"));
        problem(
                        json(body).header("Accept-Language", "id").post("/try/body"),
                        400,
                        "INVALID_REQUEST")
                .body(
                        "violations.find { it.field == 'parts[1].count' }.message",
                        equalTo("paling banyak 9"));
    }

    @Test
    void times_and_dates_are_iso_texts_and_names_are_snake_case() {
        json("""
                        {"short_name":"abc","held_on":"2026-01-15","month":"2026-01",
                         "recorded_at":"2026-01-15T03:04:05Z","amount_idr":750000,"is_open":false,"parts":[]}
                        """)
                .post("/try/body")
                .then()
                .statusCode(200)
                .body("held_on", equalTo("2026-01-15"))
                .body("month", equalTo("2026-01"))
                .body("recorded_at", equalTo("2026-01-15T03:04:05Z"))
                .body("amount_idr", equalTo(750000));
    }

    @Test
    void wrong_json_names_the_field_and_not_the_value() {
        wrongJson("{\"short_name\":\"abc\",\"held_on\":\"15/01/2026\"}", "held_on", "WRONG_VALUE")
                .body(not(containsString("15/01")));
        wrongJson("{\"is_open\":true,\"shortName\":\"abc\"}", "shortName", "UNKNOWN_FIELD");
        wrongJson("{\"short_name\":\"abc\"}", "is_open", "MISSING");
        wrongJson("{\"parts\":[{},{\"count\":\"x\"}]}", "parts[1].count", "WRONG_VALUE");
        wrongJson("{\"amount_idr\":1.5}", "amount_idr", "WRONG_VALUE");
        wrongJson("{\"amount_idr\":\"15\"}", "amount_idr", "WRONG_VALUE");
        wrongJson("{\"is_open\":null}", "is_open", "MISSING");
        wrongJson("{\"month\":\"2026-13\"}", "month", "WRONG_VALUE");
        wrongJson("{\"short_name\":", "line 1", "SYNTAX");
        wrongJson("{} {}", null, null);
        wrongJson("{\"short_name\":\"ab\",\"short_name\":\"cd\"}", null, null);
        wrongJson("[]", null, "WRONG_VALUE");
    }

    @Test
    void an_empty_body_is_refused() {
        problem(given().contentType("application/json").post("/try/body"), 400, "INVALID_REQUEST");
        problem(json("").post("/try/body"), 400, "INVALID_REQUEST");
    }

    @Test
    void a_json_body_has_a_limit() {
        String prefix = "{\"is_open\":true,\"short_name\":\"";
        String atLimit = prefix + "x".repeat(20_000 - prefix.length() - 2) + "\"}";
        assertThat(atLimit).hasSize(20_000);

        problem(json(atLimit).post("/try/body"), 400, "INVALID_REQUEST");
        problem(json(atLimit + " ").post("/try/body"), 413, "BODY_TOO_LARGE")
                .body("max_bytes", equalTo(20000));
    }

    @Test
    void parameters_are_checked() {
        given().get("/try/page").then().statusCode(200).body("limit", equalTo(100));
        given().get("/try/page?limit=500").then().statusCode(200).body("limit", equalTo(500));
        problem(given().get("/try/page?limit=501"), 400, "INVALID_LIMIT");
        problem(given().get("/try/page?limit=abc"), 400, "INVALID_LIMIT");
        problem(given().get("/try/page?after=forged"), 400, "INVALID_CURSOR");
        given().get("/try/month?month=2026-01&day=2026-01-15")
                .then()
                .statusCode(200)
                .body(equalTo("2026-01 2026-01-15"));
        problem(given().get("/try/month?month=2026-13"), 400, "INVALID_PARAMETER")
                .body("parameter", equalTo("month"))
                .body(not(containsString("2026-13")));
        problem(given().get("/try/month?day=15-01-2026"), 400, "INVALID_PARAMETER")
                .body("parameter", equalTo("day"));
        String id = "0190a5b0-0000-7000-8000-000000000001";
        given().get("/try/thing/" + id).then().statusCode(200);
        problem(given().get("/try/thing/" + id + "?count=x1"), 400, "INVALID_PARAMETER");
        problem(given().get("/try/thing/no-uuid"), 404, "NOT_FOUND");
    }

    @Test
    void what_is_not_there_is_not_found() {
        problem(given().get("/nothing/here"), 404, "NOT_FOUND");
        problem(given().get("/try/nothing"), 404, "NOT_FOUND");
        problem(given().delete("/try/page"), 405, "METHOD_NOT_ALLOWED");
        problem(
                given().contentType("text/plain").body("x").post("/try/body"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void who_is_not_logged_in_is_told_how() {
        problem(given().get("/try/admin"), 401, "UNAUTHENTICATED")
                .header("WWW-Authenticate", startsWith("Bearer"));
        problem(given().auth().oauth2("rubbish").get("/try/admin"), 401, "UNAUTHENTICATED")
                .header("WWW-Authenticate", containsString("invalid_token"));
        Caller expired = Caller.expired("ADMIN");
        problem(expired.request().get("/try/admin"), 401, "UNAUTHENTICATED");
        Caller other = Caller.as("OTHER");
        problem(other.request().get("/try/admin"), 403, "FORBIDDEN");
        Caller admin = Caller.as("ADMIN");
        admin.request().get("/try/admin").then().statusCode(200);
    }

    @Test
    void an_endpoint_that_says_nothing_about_roles_is_closed() {
        Caller admin = Caller.as("ADMIN");

        problem(given().get("/forgotten"), 401, "UNAUTHENTICATED");
        problem(admin.request().get("/forgotten"), 403, "FORBIDDEN");
    }

    @Test
    void too_many_requests_are_refused_like_anything_else() {
        String address = "192.0.2.7";
        for (int i = 0; i < 600; i++) {
            given().header("X-Forwarded-For", address).get("/try/refused");
        }

        RequestSpecification late = given().header("X-Forwarded-For", address);
        problem(late.get("/try/refused"), 429, "TOO_MANY_REQUESTS")
                .header("RateLimit", startsWith("\"requests\";r=0;t="))
                .body("retry_after_seconds", greaterThan(0))
                .body("detail", containsString("Try again after"))
                .body("instance", equalTo("/try/refused"));
        problem(late.header("Accept-Language", "id").get("/try/refused"), 429, "TOO_MANY_REQUESTS")
                .header("Content-Language", "id")
                .body("title", equalTo("Terlalu banyak permintaan"));
    }

    @Test
    void a_slow_body_is_refused_like_anything_else() {
        try (var client = new TricklingClient(RestAssured.port)) {
            client.send(
                    "POST /try/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{");
            assertThat(client.trickleUntilClosed(' ', Duration.ofSeconds(30)))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json", "\"code\":\"REQUEST_TOO_SLOW\"");
        }
    }

    @Test
    void a_body_that_is_broken_off_is_a_line_in_the_log_and_no_error() {
        try (CapturedLog log = CapturedLog.ofEverything()) {
            // a connection that closes before the service begins to read is none of its business
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                breakOffHalfWay();
                                return !log.lines().isEmpty();
                            });
            assertThat(log.lines())
                    .containsOnly(
                            "id.pkh.platform.edge.requests the request did not arrive completely,"
                                    + " at POST /try/body");
        }
    }

    private static void breakOffHalfWay() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String half =
                    "POST /try/body HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 900\r\n\r\n{\"short_name\":";
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    @Test
    void the_api_describes_itself() {
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("PKH platform-web-test"))
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"));
    }

    @Test
    void the_api_description_has_the_key_of_what_takes_effect_once() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/try/effects'.post.parameters.find { it.name == 'Idempotency-Key' }.required",
                        equalTo(true))
                .body("paths.'/try/body'.post.parameters", nullValue())
                .rootPath("paths.'/try/effects'.post.responses.'200'.headers")
                .body("keySet()", hasItem("Idempotency-Replayed"));
    }

    @Test
    void the_api_description_is_as_the_wire() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("components.schemas.Part.properties.keySet()", hasItem("village_code"))
                .body("components.schemas.Body.properties.month.pattern", containsString("[0-9]"))
                .body("components.schemas.Body.properties.recorded_at.format", equalTo("date-time"))
                .body("components.schemas.keySet()", not(hasItem("YearMonth")))
                .body("components.examples.INVALID_JSON.value.status", equalTo(400))
                .body(
                        "paths.'/try/refused'.get.responses.'409'.'$ref'",
                        equalTo("#/components/responses/TEST_REFUSED"))
                .body(
                        "paths.'/try/body'.post.responses.'400'.'x-refusals'",
                        hasItems("INVALID_JSON", "INVALID_REQUEST"));
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    private static ValidatableResponse wrongJson(String body, String field, String reason) {
        ValidatableResponse answer = problem(json(body).post("/try/body"), 400, "INVALID_JSON");
        if (field != null) {
            answer.body("field", equalTo(field));
        }
        return reason == null ? answer : answer.body("reason", equalTo(reason));
    }

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status));
    }
}
