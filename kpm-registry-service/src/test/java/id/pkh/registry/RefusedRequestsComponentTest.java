package id.pkh.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import id.pkh.localstack.TestTokens;
import id.pkh.platform.clients.RefusedRequests;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a system is refused before it reaches an operation is in the log of what systems did. */
@QuarkusTest
class RefusedRequestsComponentTest extends RegistryComponentTest {

    @Inject RefusedRequests refused;

    private static RequestSpecification by(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String system(String subject) {
        return TestTokens.token(subject, List.of(Roles.EXTERNAL_SYSTEM), List.of("17"));
    }

    /** Added up, because a minute may end while the test runs. */
    private List<String> rowsOf(String client) {
        return tables.lines(
                "SELECT operation, status, refusal, sum(requests) FROM client_activity"
                        + " WHERE client = ? AND refusal IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                client);
    }

    @Test
    void itIsCountedWithItsStatusAndCodeAndNothingThatWasSearched() {
        String subject = "system-" + UUID.randomUUID();
        String token = system(subject);
        for (int i = 0; i < 3; i++) {
            by(token).get("/api/v1/read-log").then().statusCode(403);
            by(token).get("/api/v1/nothing/1771084203850001").then().statusCode(404);
        }
        by(token).delete("/api/v1/kpm").then().statusCode(405);
        by(token)
                .contentType("text/plain")
                .body("{}")
                .post("/api/v1/look-ups")
                .then()
                .statusCode(415);
        by(token).post("/dci/social/registry/on-search").then().statusCode(404);
        for (int i = 0; i < 2; i++) {
            by(token)
                    .contentType("application/json")
                    .body("{\"nik\": 1771084203850001")
                    .post("/api/v1/look-ups")
                    .then()
                    .statusCode(400);
            by(token)
                    .contentType("application/json")
                    .body("{\"nik\": \"1771084203850001\", \"purpose\": \"a visit\"}")
                    .post("/api/v1/look-ups")
                    .then()
                    .statusCode(403);
        }
        by(token).get("/api/v1/areas/17").then().statusCode(200);
        by(token).get("/api/v1/areas/99").then().statusCode(404);
        assertThat(rowsOf(subject)).contains("getArea 404 NOT_FOUND 1");

        refused.write();

        List<String> rows = rowsOf(subject);
        assertThat(rows)
                .containsExactlyInAnyOrder(
                        "listReadLog 403 FORBIDDEN 3",
                        "getArea 404 NOT_FOUND 1",
                        "lookUpFamily 400 INVALID_JSON 2",
                        "lookUpFamily 403 LOOK_UP_SCOPE_MISSING 2",
                        "none 404 NOT_FOUND 4",
                        "none 405 METHOD_NOT_ALLOWED 1",
                        "none 415 UNSUPPORTED_MEDIA_TYPE 1");
        refused.write();
        assertThat(rowsOf(subject)).isEqualTo(rows);
        Caller.auditor()
                .get("/client-activity?client=" + subject)
                .statusCode(200)
                .body("items.requests.sum()", equalTo(15))
                .body("items.refusal", hasItems("FORBIDDEN", "NOT_FOUND", "INVALID_JSON"));
        Caller.auditor()
                .get("/client-activity/days?client=" + subject)
                .statusCode(200)
                .body("items.find { it.operation == 'listReadLog' }.requests", equalTo(3));
    }

    @Test
    void peopleAndWhoHasNoValidTokenAreNotInIt() {
        String subject = "person-" + UUID.randomUUID();
        String person = TestTokens.token(subject, List.of(Roles.FACILITATOR), List.of("17"));
        by(person).get("/api/v1/read-log").then().statusCode(403);
        String system = "system-" + UUID.randomUUID();
        by(system(system) + "x").get("/api/v1/read-log").then().statusCode(401);
        by("no.token.atall").get("/api/v1/nothing").then().statusCode(404);
        given().get("/api/v1/nothing").then().statusCode(404);

        refused.write();

        assertThat(rowsOf(subject)).isEmpty();
        assertThat(rowsOf(system)).isEmpty();
    }
}
