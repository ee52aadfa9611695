package id.pkh.registry.dataupdate;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the field and the administrators send about data updates. */
public final class DataUpdateApi {

    static final Caller FACILITATOR =
            Caller.named("facilitator-7", Roles.FACILITATOR, "17.71.08.1001");
    static final Caller COLLEAGUE =
            Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "17.71.08");

    private static final Map<String, Object> EVIDENCE =
            Map.of("kind", "FAMILY_CARD", "reference", "folder 12", "on", "2026-01-10");

    private DataUpdateApi() {}

    @SafeVarargs
    static Map<String, Object> submission(UUID kpm, Map<String, Object>... changes) {
        return Map.of("kpm_id", kpm, "evidence", EVIDENCE, "changes", List.of(changes));
    }

    @SafeVarargs
    public static ValidatableResponse submit(Caller who, UUID kpm, Map<String, Object>... changes) {
        return who.withNewKey().post("/data-updates", submission(kpm, changes));
    }

    @SafeVarargs
    static String submitted(Caller who, UUID kpm, Map<String, Object>... changes) {
        return submit(who, kpm, changes).statusCode(201).extract().path("update_id");
    }

    static ValidatableResponse revise(
            Caller who, String update, int revision, Map<String, Object> change) {
        return who.post(
                "/data-updates/" + update + "/revisions",
                Map.of("revision", revision, "evidence", EVIDENCE, "changes", List.of(change)));
    }

    static ValidatableResponse accept(Caller who, String update, int revision) {
        return who.post("/data-updates/" + update + "/acceptance", Map.of("revision", revision));
    }

    static ValidatableResponse giveBack(Caller who, String update, int revision) {
        return who.post(
                "/data-updates/" + update + "/return",
                Map.of(
                        "revision",
                        revision,
                        "reasons",
                        List.of("EVIDENCE_UNREADABLE"),
                        "note",
                        "The day cannot be read."));
    }
}
