package id.pkh.registry.complaint;

import id.pkh.testsupport.rest.Caller;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What people send about complaints. */
public final class ComplaintApi {

    private ComplaintApi() {}

    public static Map<String, Object> lodging(UUID kpm, String type) {
        Map<String, Object> lodging = new HashMap<>();
        lodging.put("kpm_id", kpm);
        lodging.put("type", type);
        lodging.put("channel", "VISIT");
        lodging.put("text", "The family says what is wrong.");
        return lodging;
    }

    static ValidatableResponse lodge(Caller who, Map<String, Object> lodging) {
        return who.withNewKey().post("/complaints", lodging);
    }

    public static String lodged(Caller who, Map<String, Object> lodging) {
        return lodge(who, lodging).statusCode(201).extract().path("complaint_id");
    }

    static ValidatableResponse take(Caller who, String complaint, int version) {
        return who.post("/complaints/" + complaint + "/taking", Map.of("version", version));
    }

    static ValidatableResponse step(Caller who, String complaint, Map<String, Object> step) {
        return who.withNewKey().post("/complaints/" + complaint + "/steps", step);
    }

    static Map<String, Object> step(String kind, LocalDate on) {
        Map<String, Object> step = new HashMap<>();
        step.put("kind", kind);
        step.put("taken_on", on.toString());
        step.put("accompanied_by", "FACILITATOR");
        if (kind.equals("POLICE_LETTER")) {
            step.put("reference", "letter LP/B/123");
        }
        if (kind.equals("CARD_REPLACED")) {
            step.put("card_last_digits", "4821");
        }
        return step;
    }

    static ValidatableResponse propose(Caller who, String complaint, int version, String reason) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version);
        body.put("outcome", reason == null ? "DONE" : "REJECTED");
        body.put("reason", reason);
        body.put("note", "What was done.");
        return who.post("/complaints/" + complaint + "/follow-up", body);
    }

    static ValidatableResponse close(Caller who, String complaint, int version, LocalDate told) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version);
        body.put("family_told_on", told == null ? null : told.toString());
        return who.post("/complaints/" + complaint + "/closure", body);
    }

    static ValidatableResponse withNote(Caller who, String complaint, String act, int version) {
        return who.post(
                "/complaints/" + complaint + "/" + act,
                Map.of("version", version, "note", "The family does not agree."));
    }
}
