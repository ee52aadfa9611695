package id.pkh.registry;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Provides the initial meetings of which the examples speak, each with one candidate. */
final class InitialExamples {

    static final int FAMILIES = 5;

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final int FIRST = 24;
    private static final Caller FACILITATOR = Caller.named("facilitator-7", Roles.FACILITATOR, "*");

    private InitialExamples() {}

    /**
     * The first family has a letter to be delivered, the second a meeting to be cancelled, the
     * third one to be recorded, the fourth came, and the fifth is on no list.
     */
    static Map<String, String> provide(Map<String, String> families, String village) {
        Map<String, String> actual = new HashMap<>();
        for (int i = 0; i < FAMILIES - 1; i++) {
            String kpm = families.get(PREFIX + "5b9e0d4f2a%02d".formatted(FIRST + i));
            String meeting = planned(village, kpm, 20 + i);
            actual.put(PREFIX + "2d4f6b8a0c%02d".formatted(i + 1), meeting);
            if (i >= 2) {
                FACILITATOR
                        .post(
                                "/initial-meetings/" + meeting + "/deliveries",
                                Map.of(
                                        "deliveries",
                                        List.of(
                                                Map.of(
                                                        "kpm_id", kpm,
                                                        "delivered_on", "2026-01-15",
                                                        "delivered_to", "CARETAKER"))))
                        .statusCode(200);
            }
            if (i == 3) {
                FACILITATOR
                        .withNewKey()
                        .post(
                                "/initial-meetings/" + meeting + "/records",
                                Map.of(
                                        "topics", List.of("AIMS"),
                                        "marks", List.of(Map.of("kpm_id", kpm, "mark", "CAME"))))
                        .statusCode(200);
            }
        }
        return actual;
    }

    private static String planned(String village, String kpm, int day) {
        return FACILITATOR
                .withNewKey()
                .post(
                        "/initial-meetings",
                        Map.of(
                                "village_code",
                                village,
                                "batch",
                                "2026-01",
                                "meets_on",
                                "2026-01-" + day,
                                "starts_at",
                                "09:00",
                                "ends_at",
                                "12:00",
                                "place",
                                "Balai desa",
                                "speakers",
                                List.of("FACILITATOR", "VILLAGE_HEAD"),
                                "kpm_ids",
                                List.of(kpm)))
                .statusCode(201)
                .extract()
                .path("meeting_id");
    }
}
