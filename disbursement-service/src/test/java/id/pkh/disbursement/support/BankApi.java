package id.pkh.disbursement.support;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The acts of people and banks on payment batches. */
public final class BankApi {

    public static final String MAKER = "maker-1";
    public static final String CHECKER = "checker-1";
    public static final String SENDER = "sender-1";

    private BankApi() {}

    public static ValidatableResponse prepare(String code) {
        return prepare(code, false);
    }

    public static ValidatableResponse prepare(String code, boolean includeFailed) {
        return Caller.officer(MAKER)
                .post(
                        "/cycles/" + code + "/payment-batches",
                        Map.of("include_failed", includeFailed));
    }

    public static List<String> batchIds(String code) {
        return checker()
                .read("/cycles/" + code + "/payment-batches?limit=500")
                .getList("items.batch_id");
    }

    public static String hashOf(String batchId) {
        return checker().read("/payment-batches/" + batchId).getString("list_sha256");
    }

    /** The approver has read the findings as they are now. */
    public static ValidatableResponse approve(String batchId, String sha256, String subject) {
        JsonPath findings = checker().read("/payment-batches/" + batchId + "/findings/summary");
        return approve(
                batchId,
                sha256,
                findings.getLong("findings"),
                findings.getString("findings_sha256"),
                subject);
    }

    public static ValidatableResponse approve(
            String batchId,
            String listSha256,
            Long findings,
            String findingsSha256,
            String subject) {
        Map<String, Object> read = new HashMap<>();
        read.put("list_sha256", listSha256);
        read.put("findings", findings);
        read.put("findings_sha256", findingsSha256);
        return Caller.approver(subject).withNewKey().post(of(batchId, "approval"), read);
    }

    /** Sends the file after the treasury has given its money. */
    public static ValidatableResponse send(String batchId, String subject) {
        TreasuryApi.giveFor(batchId);
        return sendAsGiven(batchId, subject);
    }

    /** Sends the file with the money that the treasury has given so far. */
    public static ValidatableResponse sendAsGiven(String batchId, String subject) {
        return send(Caller.approver(subject).withNewKey(), batchId, hashOf(batchId));
    }

    public static ValidatableResponse send(Caller sender, String batchId, String sha256) {
        return sender.post(of(batchId, "sending"), Map.of("list_sha256", sha256));
    }

    public static ValidatableResponse reject(String batchId, String subject) {
        return reject(batchId, hashOf(batchId), subject);
    }

    public static ValidatableResponse reject(String batchId, String sha256, String subject) {
        return Caller.approver(subject)
                .withNewKey()
                .post(
                        of(batchId, "rejection"),
                        Map.of("list_sha256", sha256, "reason", "wrong funding account"));
    }

    public static ValidatableResponse takeOut(
            Caller person, String batchId, String paymentId, String sha256, String reason) {
        return person.withNewKey()
                .post(
                        of(batchId, "taken-out-payments"),
                        Map.of(
                                "payment_id",
                                paymentId,
                                "list_sha256",
                                sha256,
                                "reason",
                                reason,
                                "words",
                                "it looks wrong"));
    }

    private static String of(String batchId, String act) {
        return "/payment-batches/" + batchId + "/" + act;
    }

    public static void approveAndSend(String batchId) {
        approve(batchId, hashOf(batchId), CHECKER).statusCode(200);
        send(batchId, SENDER).statusCode(200);
    }

    public static ValidatableResponse file(Caller caller, String batchId) {
        return caller.with("Accept", "application/xml").get(of(batchId, "pain.001"));
    }

    public static ValidatableResponse money(String code) {
        return checker().get("/cycles/" + code + "/money").statusCode(200);
    }

    public static ValidatableResponse report(String bank, byte[] file) {
        return report(Caller.ofBank(bank), file);
    }

    public static ValidatableResponse report(Caller caller, byte[] file) {
        return report(caller, "", file);
    }

    public static ValidatableResponse report(Caller caller, String query, byte[] file) {
        return caller.request()
                .contentType(ContentType.XML)
                .body(file)
                .post("/api/v1/bank-reports" + query)
                .then();
    }

    /** An operator resumes a job that has failed. */
    public static void resume(String jobId) {
        Caller.as(Roles.OPERATIONS, "*")
                .post("/operations/jobs/" + jobId + "/resume")
                .statusCode(200);
    }

    public static ValidatableResponse exceptions(String query) {
        return checker().get("/bank-exceptions" + query).statusCode(200);
    }

    public static ValidatableResponse resolve(String exceptionId, String subject, String json) {
        return Caller.officer(subject)
                .withNewKey()
                .post("/bank-exceptions/" + exceptionId + "/resolution", json);
    }

    /** Another officer confirms the proposal as it is now. */
    public static ValidatableResponse confirm(String exceptionId, String subject) {
        Map<String, Object> exception =
                exceptions("?limit=500")
                        .extract()
                        .jsonPath()
                        .getMap("items.find { it.exception_id == '" + exceptionId + "' }");
        Object finding = exception.get("finding");
        return resolve(
                exceptionId,
                subject,
                "{\"confirm\":true,\"version\":%s,\"finding\":%s}"
                        .formatted(
                                exception.get("version"),
                                finding == null ? null : "\"" + finding + "\""));
    }

    /** The only exception of a class that is not settled. */
    public static String openOf(String exceptionClass) {
        return exceptions("?open=true&class=" + exceptionClass)
                .extract()
                .path("items[0].exception_id");
    }

    /** One officer proposes a finding, and another one confirms it. */
    public static void twoFind(String finding, String exceptionId) {
        resolve(
                        exceptionId,
                        "one",
                        "{\"reason\":\"asked the bank\",\"finding\":\"" + finding + "\"}")
                .statusCode(200);
        confirm(exceptionId, "two").statusCode(200);
    }

    public static ValidatableResponse confirmReport(Caller person, String reportId, String sha256) {
        return person.withNewKey()
                .post("/bank-reports/" + reportId + "/confirmation", Map.of("sha256", sha256));
    }

    public static ValidatableResponse rejectReport(Caller person, String reportId, String sha256) {
        return person.withNewKey()
                .post(
                        "/bank-reports/" + reportId + "/rejection",
                        Map.of("sha256", sha256, "reason", "not what the bank has sent"));
    }

    private static Caller checker() {
        return Caller.approver(CHECKER);
    }
}
