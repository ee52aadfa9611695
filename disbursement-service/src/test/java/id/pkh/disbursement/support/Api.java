package id.pkh.disbursement.support;

import id.pkh.testsupport.rest.Caller;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** What an officer does with a cycle. */
public final class Api {

    private Api() {}

    public static ValidatableResponse open(String code, String from, String until, String channel) {
        return Caller.officer()
                .post(
                        "/cycles",
                        Map.of(
                                "cycle_code", code,
                                "covers_from", from,
                                "covers_until", until,
                                "channel", channel,
                                "verification_period", "2026-Q1"));
    }

    public static ValidatableResponse openSecondQuarter() {
        return open("2026-T2", "2026-04-01", "2026-06-30", "BANK").statusCode(201);
    }

    public static ValidatableResponse calculate(String code) {
        return Caller.officer().post("/cycles/" + code + "/calculation");
    }

    public static ValidatableResponse seal(String code) {
        return seal(code, UUID.randomUUID().toString());
    }

    public static ValidatableResponse seal(String code, String key) {
        return Caller.officer().withKey(key).post("/cycles/" + code + "/seal");
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
