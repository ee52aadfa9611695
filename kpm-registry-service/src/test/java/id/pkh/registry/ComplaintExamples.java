package id.pkh.registry;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import java.util.HashMap;
import java.util.Map;

/** Provides the complaints of which the examples speak, all of one family. */
final class ComplaintExamples {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final Caller CLERK = Caller.named("clerk-7", Roles.HOTLINE_CLERK, "*");
    private static final Caller HANDLER = Caller.named("coordinator-2", Roles.COORDINATOR, "*");
    private static final Caller SECOND = Caller.named("coordinator-3", Roles.COORDINATOR, "*");
    private static final int LODGED = 2;
    private static final int TAKEN = 3;
    private static final int VISITED = 4;
    private static final int FOLLOWED_UP = 6;
    private static final int LAST = 7;

    private ComplaintExamples() {}

    static Map<String, String> provide(Rows rows, String kpm) {
        Map<String, String> actual = new HashMap<>();
        actual.put(PREFIX + "7d9f1b3c5e01", seenByEveryLevel(rows, kpm));
        for (int i = LODGED; i <= LAST; i++) {
            String complaint = lodged(kpm, "AID_SHORT");
            actual.put(PREFIX + "7d9f1b3c5e%02d".formatted(i), complaint);
            if (i > LODGED) {
                act(HANDLER, complaint, "taking", Map.of("version", 1));
            }
            if (i > TAKEN) {
                HANDLER.withNewKey()
                        .post(
                                "/complaints/" + complaint + "/steps",
                                Map.of(
                                        "kind", "FAMILY_VISITED",
                                        "taken_on", "2026-11-29",
                                        "accompanied_by", "GROUP_CHAIR"))
                        .statusCode(201);
            }
            if (i > VISITED) {
                act(
                        HANDLER,
                        complaint,
                        "follow-up",
                        Map.of("version", 2, "outcome", "DONE", "note", "The bank paid the rest."));
            }
            if (i > FOLLOWED_UP) {
                act(
                        SECOND,
                        complaint,
                        "closure",
                        Map.of("version", 3, "family_told_on", "2026-11-29"));
            }
        }
        return actual;
    }

    /** It began with the facilitator and went up to the ministry. */
    private static String seenByEveryLevel(Rows rows, String kpm) {
        String complaint = lodged(kpm, "CARD_LOST");
        rows.execute(
                "UPDATE complaint SET level = 4, reach = 4, version = 2"
                        + " WHERE complaint_id = ?::uuid",
                complaint);
        return complaint;
    }

    private static String lodged(String kpm, String type) {
        return CLERK.withNewKey()
                .post(
                        "/complaints",
                        Map.of(
                                "kpm_id",
                                kpm,
                                "type",
                                type,
                                "channel",
                                "TELEPHONE",
                                "text",
                                "She got less than she signed for."))
                .statusCode(201)
                .extract()
                .path("complaint_id");
    }

    private static void act(Caller who, String complaint, String act, Map<String, Object> body) {
        who.post("/complaints/" + complaint + "/" + act, body).statusCode(200);
    }
}
