package id.pkh.disbursement.support;

import id.pkh.testsupport.rest.Caller;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** What an officer does with a cycle. */
public final class Api {

    public static final String SEALER = "sealer-1";

    private Api() {}

    public static ValidatableResponse open(String code, String from, String until, String channel) {
        return open(code, from, until, channel, "2026-Q1");
    }

    public static ValidatableResponse open(
            String code, String from, String until, String channel, String quarter) {
        return Caller.officer()
                .post(
                        "/cycles",
                        Map.of(
                                "cycle_code", code,
                                "covers_from", from,
                                "covers_until", until,
                                "channel", channel,
                                "verification_period", quarter));
    }

    public static ValidatableResponse openSecondQuarter() {
        return open("2026-T2", "2026-04-01", "2026-06-30", "BANK").statusCode(201);
    }

    public static ValidatableResponse calculate(String code) {
        return Caller.officer().post("/cycles/" + code + "/calculation");
    }

    /** Two persons seal the list as it is; the response is that of the first one who is refused. */
    public static ValidatableResponse seal(String code) {
        ValidatableResponse proposed = proposeSeal(code);
        return proposed.extract().statusCode() == 200
                ? seal(code, proposed.extract().path("seal_proposal.list_sha256"), SEALER)
                : proposed;
    }

    /** An officer proposes to seal the list with the figures of the summary. */
    public static ValidatableResponse proposeSeal(String code) {
        JsonPath summary =
                Caller.officer().get("/cycles/" + code + "/summary").extract().jsonPath();
        return proposeSeal(
                Caller.officer(),
                code,
                summary.get("payable_payments"),
                summary.get("payable_idr"));
    }

    public static ValidatableResponse proposeSeal(
            Caller officer, String code, Number payments, Number idr) {
        return officer.withNewKey()
                .post(
                        "/cycles/" + code + "/seal-proposal",
                        "{\"payable_payments\":%s,\"payable_idr\":%s}"
                                .formatted(payments == null ? 0 : payments, idr == null ? 0 : idr));
    }

    public static ValidatableResponse seal(String code, String sha256, String approver) {
        return seal(Caller.approver(approver).withNewKey(), code, sha256);
    }

    public static ValidatableResponse seal(Caller approver, String code, String sha256) {
        return approver.post("/cycles/" + code + "/seal", Map.of("list_sha256", sha256));
    }

    public static ValidatableResponse payments(String code, String query) {
        return Caller.officer().get("/cycles/" + code + "/payments" + query).statusCode(200);
    }

    public static ValidatableResponse summary(String code) {
        return Caller.officer().get("/cycles/" + code + "/summary").statusCode(200);
    }

    public static ValidatableResponse standing(UUID kpmId) {
        return Caller.officer().get("/standings/" + kpmId);
    }
}
