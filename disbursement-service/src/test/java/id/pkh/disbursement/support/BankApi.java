package id.pkh.disbursement.support;

import static io.restassured.RestAssured.given;

import id.pkh.localstack.TestTokens;
import id.pkh.platform.security.Roles;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** The acts of people and banks on payment batches. */
public final class BankApi {

    public static final String MAKER = "maker-1";
    public static final String CHECKER = "checker-1";
    public static final String SENDER = "sender-1";

    private BankApi() {}

    public static RequestSpecification person(String subject, String role) {
        return given().auth().oauth2(TestTokens.token(subject, List.of(role), List.of("*")));
    }

    public static RequestSpecification bank(String bank) {
        return given().auth()
                .oauth2(TestTokens.bankToken("clerk-" + bank, List.of(Roles.BANK), bank));
    }

    public static ValidatableResponse prepare(String code) {
        return prepare(code, false);
    }

    public static ValidatableResponse prepare(String code, boolean includeFailed) {
        return person(MAKER, Roles.MINISTRY_OFFICER)
                .contentType("application/json")
                .body("{\"include_failed\":%s}".formatted(includeFailed))
                .post("/api/v1/cycles/" + code + "/payment-batches")
                .then();
    }

    public static List<String> batchIds(String code) {
        return person(CHECKER, Roles.MINISTRY_APPROVER)
                .get("/api/v1/cycles/" + code + "/payment-batches?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .path("items.batch_id");
    }

    public static String hashOf(String batchId) {
        return person(CHECKER, Roles.MINISTRY_APPROVER)
                .get("/api/v1/payment-batches/" + batchId)
                .then()
                .statusCode(200)
                .extract()
                .path("list_sha256");
    }

    public static ValidatableResponse approve(String batchId, String sha256, String subject) {
        return act(batchId, "approval", subject, "{\"list_sha256\":\"%s\"}".formatted(sha256));
    }

    public static ValidatableResponse send(String batchId, String subject) {
        return act(batchId, "sending", subject, null);
    }

    public static ValidatableResponse reject(String batchId, String subject) {
        return act(batchId, "rejection", subject, "{\"reason\":\"wrong funding account\"}");
    }

    private static ValidatableResponse act(
            String batchId, String what, String subject, String body) {
        RequestSpecification caller =
                person(subject, Roles.MINISTRY_APPROVER)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json");
        return (body == null ? caller : caller.body(body))
                .post("/api/v1/payment-batches/" + batchId + "/" + what)
                .then();
    }

    public static void approveAndSend(String batchId) {
        approve(batchId, hashOf(batchId), CHECKER).statusCode(200);
        send(batchId, SENDER).statusCode(200);
    }

    public static ValidatableResponse file(RequestSpecification caller, String batchId) {
        return caller.accept("application/xml")
                .get("/api/v1/payment-batches/" + batchId + "/pain.001")
                .then();
    }

    public static ValidatableResponse money(String code) {
        return person(CHECKER, Roles.MINISTRY_APPROVER)
                .get("/api/v1/cycles/" + code + "/money")
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse report(String bank, byte[] file) {
        return report(bank(bank), file);
    }

    public static ValidatableResponse report(RequestSpecification caller, byte[] file) {
        return caller.contentType("application/xml").body(file).post("/api/v1/bank-reports").then();
    }

    /** An operator resumes a job that has failed. */
    public static void resume(String jobId) {
        person("operator-1", Roles.OPERATIONS)
                .post("/api/v1/operations/jobs/" + jobId + "/resume")
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse exceptions(String query) {
        return person(CHECKER, Roles.MINISTRY_APPROVER)
                .get("/api/v1/bank-exceptions" + query)
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse resolve(String exceptionId, String subject, String body) {
        return person(subject, Roles.MINISTRY_OFFICER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/bank-exceptions/" + exceptionId + "/resolution")
                .then();
    }
}
