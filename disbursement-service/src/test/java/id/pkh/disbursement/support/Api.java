package id.pkh.disbursement.support;

import static io.restassured.RestAssured.given;

import id.pkh.localstack.TestTokens;
import id.pkh.platform.security.Roles;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** Calls the API of the service as an officer and in other roles. */
public final class Api {

    private Api() {}

    public static RequestSpecification as(String role, String... areas) {
        return given().auth()
                .oauth2(
                        TestTokens.token(
                                "test-" + role.toLowerCase(), List.of(role), List.of(areas)));
    }

    public static RequestSpecification officer() {
        return as(Roles.MINISTRY_OFFICER, "*");
    }

    public static ValidatableResponse open(String code, String from, String until, String channel) {
        return officer()
                .contentType("application/json")
                .body(
                        """
                        {"cycle_code":"%s","covers_from":"%s","covers_until":"%s","channel":"%s","verification_period":"2026-Q1"}
                        """
                                .formatted(code, from, until, channel))
                .post("/api/v1/cycles")
                .then();
    }

    public static ValidatableResponse openSecondQuarter() {
        return open("2026-T2", "2026-04-01", "2026-06-30", "BANK").statusCode(201);
    }

    public static ValidatableResponse calculate(String code) {
        return officer().post("/api/v1/cycles/" + code + "/calculation").then();
    }

    public static ValidatableResponse seal(String code) {
        return seal(code, UUID.randomUUID().toString());
    }

    public static ValidatableResponse seal(String code, String key) {
        return officer()
                .header("Idempotency-Key", key)
                .post("/api/v1/cycles/" + code + "/seal")
                .then();
    }

    public static ValidatableResponse payments(String code, String query) {
        return officer().get("/api/v1/cycles/" + code + "/payments" + query).then().statusCode(200);
    }

    public static ValidatableResponse summary(String code) {
        return officer().get("/api/v1/cycles/" + code + "/summary").then().statusCode(200);
    }

    public static ValidatableResponse standing(UUID kpmId) {
        return officer().get("/api/v1/standings/" + kpmId).then();
    }
}
