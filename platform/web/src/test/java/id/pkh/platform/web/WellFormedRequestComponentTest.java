package id.pkh.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.localstack.LocalStackResource;
import id.pkh.testsupport.log.CapturedLog;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "web"))
class WellFormedRequestComponentTest {

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%0Ab", "%7F", "%C2%85", "%FF", "%ED%A0%80", "%C0%80"})
    void aPathOrAQueryWithWhatIsNoTextIsRefused(String part) {
        refused(raw().get("/try/things/" + part), 400, "INVALID_PARAMETER", "path");
        refused(raw().get("/try/month?day=" + part), 400, "INVALID_PARAMETER", "day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=", "limit=%20", "limit", "limit=+", "month=%09"})
    void aParameterWithoutAValueIsRefused(String query) {
        String name = query.replaceAll("=.*", "");
        refused(raw().get("/try/page?" + query), 400, "INVALID_PARAMETER", name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "garbage | 406",
                "'' | 406",
                "text/ | 406",
                "; | 406",
                "application/json;q=x | 406",
                "application/json;q=2 | 406",
                "image/png | 406",
                "*/* | 200",
                "application/json, text/plain;q=0.5,*/*;q=0.1 | 200",
                "application/json; a=\"b;c,d\" | 200",
            })
    void theHeaderAcceptIsReadOrRefused(String accept, int status) {
        Response answer = given().header("Accept", accept).get("/try/page");
        if (status == 406) {
            refused(answer, 406, "NOT_ACCEPTABLE", null);
        } else {
            answer.then().statusCode(status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "application/",
                "/",
                ";charset=utf-8",
                "application/json; charset=nothing",
                "application/json; charset=ISO-8859-1",
                "application/json; charset="
            })
    void aContentTypeThatCannotBeReadIsRefused(String type) {
        int status =
                given().contentType("application/json")
                        .header("Content-Type", type)
                        .body("{\"short_name\":\"abc\",\"is_open\":true}".getBytes())
                        .post("/try/body")
                        .statusCode();
        assertThat(status).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"short_name\":\"a\\u0000b\"} | short_name | CONTROL_CHARACTER",
                "{\"short_name\":\"a\\u001bb\"} | short_name | CONTROL_CHARACTER",
                "{\"short_name\":\"a\\u0085b\"} | short_name | CONTROL_CHARACTER",
                "{\"short_name\":\"a\\ud800b\"} | short_name | CONTROL_CHARACTER",
                "{\"short_name\":false} | short_name | WRONG_VALUE",
                "{\"short_name\":17} | short_name | WRONG_VALUE",
                "{\"short_name\":1.5} | short_name | WRONG_VALUE",
                "{\"amount_idr\":\"\"} | amount_idr | WRONG_VALUE",
                "{\"amount_idr\":\" \"} | amount_idr | WRONG_VALUE",
                "{\"amount_idr\":false} | amount_idr | WRONG_VALUE",
                "{\"held_on\":\"\"} | held_on | WRONG_VALUE",
                "{\"held_on\":\" \"} | held_on | WRONG_VALUE",
                "{\"held_on\":5} | held_on | WRONG_VALUE",
                "{\"held_on\":[2026,1,1]} | held_on | WRONG_VALUE",
                "{\"held_on\":\"+999999999-12-31\"} | held_on | OUT_OF_RANGE",
                "{\"held_on\":\"0000-01-01\"} | held_on | OUT_OF_RANGE",
                "{\"month\":\"9999-12\"} | month | OUT_OF_RANGE",
                "{\"recorded_at\":7} | recorded_at | WRONG_VALUE",
                "{\"recorded_at\":\"9999-12-31T00:00:00Z\"} | recorded_at | OUT_OF_RANGE",
                "{\"parts\":\"\"} | parts | WRONG_VALUE",
                "{\"parts\":[{\"village_code\":true}]} | parts[0].village_code | WRONG_VALUE",
            })
    void aFieldOfAnotherTypeIsNeverTakenAsAbsent(String body, String field, String reason) {
        given().contentType("application/json")
                .body(body)
                .post("/try/body")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_JSON"))
                .body("field", equalTo(field))
                .body("reason", equalTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "0", "garbage"})
    void aTruthValueIsTrueOrFalse(String value) {
        refused(given().get("/try/things?open=" + value), 400, "INVALID_PARAMETER", "open");
    }

    @Test
    void aShortenedIdIsNotCompleted() {
        given().get("/try/thing/1-1-1-1-1").then().statusCode(404);
    }

    @Test
    void aCursorIsTakenByItsListAndItsFiltersOnly() {
        String next = given().get("/try/things?open=true&limit=2").path("next");

        assertThat(idsAfter("/try/things?open=true&limit=3", next)).containsExactly(3, 4, 5);
        assertThat(idsAfter("/try/things?limit=3&open=%74rue", next)).containsExactly(3, 4, 5);
        for (String other :
                List.of(
                        "/try/things?x=1",
                        "/try/things?open=false",
                        "/try/things?open=true&open=true&x=1",
                        "/try/page?open=true")) {
            refused(after(other, next), 400, "INVALID_CURSOR", null);
        }
        for (String madeUp :
                List.of(
                        "AAAA",
                        "forged",
                        ".",
                        Cursor.encode(2),
                        Cursor.encode(2) + ".AAAAAAAAAAAAAAAAAAAAAA",
                        next + "A",
                        next.substring(1),
                        next.substring(0, next.length() - 1))) {
            refused(after("/try/things?open=true", madeUp), 400, "INVALID_CURSOR", null);
        }
    }

    @Test
    void aFailureIsOneLineInTheLogAndCannotForgeAnother() {
        try (CapturedLog log = CapturedLog.asConfigured()) {
            raw().get("/try/broken/x%20y").then().statusCode(500);

            assertThat(log.lines()).hasSize(1);
            assertThat(log.lines().get(0))
                    .endsWith("\n")
                    .matches("[^\n]*\n")
                    .contains(
                            "INTERNAL_ERROR, reference ", "at GET /try/broken/{name} {name=x y}: ")
                    .contains("secret ****************\\n2026-01-01 ERROR forged", " <- ")
                    .contains(" at id.pkh.platform.web.TryResource.");
        }
    }

    @Test
    void whoShouldComeAgainIsToldWhen() {
        given().get("/try/unavailable")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("UNAVAILABLE"));
        given().get("/try/refused").then().statusCode(409).header("Retry-After", equalTo(null));
    }

    private static List<Integer> idsAfter(String list, String cursor) {
        Response answer = after(list, cursor);
        answer.then().statusCode(200);
        return answer.path("items");
    }

    private static Response after(String list, String cursor) {
        return raw().get(list + "&after=" + cursor);
    }

    /** A request whose address is sent as it is written here. */
    private static RequestSpecification raw() {
        return given().urlEncodingEnabled(false);
    }

    private static void refused(Response answer, int status, String code, String parameter) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        if (parameter != null) {
            answer.then().body("parameter", equalTo(parameter));
        }
    }
}
