package id.pkh.disbursement.support;

import id.pkh.testsupport.rest.Caller;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** The acts of people on documents of the treasury. */
public final class TreasuryApi {

    public static final String CLERK = "treasury-clerk-1";
    public static final String APPROVER = "treasury-approver-1";
    public static final String ISSUED_ON = "2026-04-08";

    private TreasuryApi() {}

    /** The treasury gives the money of this file, and two persons record it. */
    public static void giveFor(String batchId) {
        JsonPath batch = Caller.approver(APPROVER).read("/payment-batches/" + batchId);
        give(batch.getString("cycle_code"), batch.getString("bank"), batch.getLong("amount_idr"));
    }

    /** Returns the id of the approved document. */
    public static String give(String cycle, String bank, long amountIdr) {
        String number = newNumber();
        String sp2d =
                record(cycle, bank, number, amountIdr).statusCode(201).extract().path("sp2d_id");
        approve(APPROVER, sp2d, number, amountIdr).statusCode(200);
        return sp2d;
    }

    public static String newNumber() {
        return "T-" + UUID.randomUUID().toString().toUpperCase().substring(0, 18);
    }

    public static ValidatableResponse record(
            String cycle, String bank, String number, long amountIdr) {
        return record(Caller.officer(CLERK), cycle, bank, number, ISSUED_ON, amountIdr);
    }

    public static ValidatableResponse record(
            Caller officer,
            String cycle,
            String bank,
            String number,
            String issuedOn,
            long amountIdr) {
        return officer.withNewKey()
                .post(
                        "/cycles/" + cycle + "/sp2d",
                        Map.of(
                                "bank", bank,
                                "sp2d_number", number,
                                "issued_on", issuedOn,
                                "spm_number", "SPM-1",
                                "amount_idr", amountIdr));
    }

    public static ValidatableResponse approve(
            String person, String sp2dId, String number, long amountIdr) {
        return Caller.approver(person)
                .withNewKey()
                .post(
                        "/sp2d/" + sp2dId + "/approval",
                        Map.of("sp2d_number", number, "amount_idr", amountIdr));
    }

    public static ValidatableResponse refuse(Caller person, String sp2dId, String reason) {
        return person.withNewKey().post("/sp2d/" + sp2dId + "/refusal", Map.of("reason", reason));
    }

    public static ValidatableResponse correct(
            String sp2dId, String number, String issuedOn, long amountIdr) {
        return Caller.officer(CLERK)
                .withNewKey()
                .post(
                        "/sp2d/" + sp2dId + "/corrections",
                        Map.of(
                                "sp2d_number", number,
                                "issued_on", issuedOn,
                                "spm_number", "SPM-1",
                                "amount_idr", amountIdr,
                                "reason", "The amount was mistyped"));
    }
}
