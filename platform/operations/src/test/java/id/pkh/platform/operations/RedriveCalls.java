package id.pkh.platform.operations;

import static org.awaitility.Awaitility.await;

import id.pkh.testsupport.rest.Caller;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;

/** Requests redrives as an operator does. */
final class RedriveCalls {

    static final String PATH = "/api/v1/operations/redrives";
    private static final Duration SOON = Duration.ofSeconds(60);

    private RedriveCalls() {}

    static RequestSpecification by(String subject) {
        return Caller.named(subject, "OPERATIONS", "*").request().contentType(ContentType.JSON);
    }

    /** Returns the id of the redrive. */
    static String ask(Map<String, ?> selection) {
        return by("operator")
                .body(selection)
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .path("redrive_id");
    }

    static ValidatableResponse get(String id) {
        return by("operator").get(PATH + "/" + id).then().statusCode(200);
    }

    /** The job of a redrive. */
    static ValidatableResponse job(String id) {
        return by("operator").get("/api/v1/operations/jobs/" + id).then().statusCode(200);
    }

    static ValidatableResponse ended(String id) {
        await().atMost(SOON).until(() -> !get(id).extract().path("state").equals("RUNNING"));
        return get(id);
    }
}
