package id.pkh.registry;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Provides the data updates and visits of which the examples speak, each of its own family. */
final class DataUpdateExamples {

    static final int FAMILIES = 11;

    private static final int FIRST = 10;
    private static final int RETURNED = 14;
    private static final int ACCEPTED = 15;
    private static final int NOT_SUBMITTED = 17;
    private static final int VISITED_NOT_YET = 18;
    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final Caller FACILITATOR = Caller.named("facilitator-7", Roles.FACILITATOR, "*");
    private static final Caller ADMINISTRATOR =
            Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "*");

    private DataUpdateExamples() {}

    static Map<String, String> provide(Rows rows, Map<String, String> families) {
        Map<String, String> actual = new HashMap<>();
        for (int i = FIRST; i < FIRST + FAMILIES; i++) {
            String kpm = families.get(PREFIX + "5b9e0d4f2a%02d".formatted(i));
            String pupil =
                    rows.text(
                            "SELECT id::text FROM family_member WHERE kpm_id = ?::uuid"
                                    + " AND component = 'SD'",
                            kpm);
            actual.put(PREFIX + "9c2e4a6b8d%02d".formatted(i), pupil);
            if (i > VISITED_NOT_YET) {
                actual.put(PREFIX + "1f3b5d7a9c%02d".formatted(i), visited(kpm));
            } else if (i < NOT_SUBMITTED) {
                actual.put(PREFIX + "4a6c8e0b2d%02d".formatted(i), submitted(kpm, pupil));
            }
        }
        ADMINISTRATOR
                .post(
                        "/data-updates/" + actual.get(PREFIX + "4a6c8e0b2d" + RETURNED) + "/return",
                        Map.of(
                                "revision",
                                1,
                                "reasons",
                                List.of("EVIDENCE_UNREADABLE"),
                                "note",
                                "The day on the letter cannot be read."))
                .statusCode(200);
        ADMINISTRATOR
                .post(
                        "/data-updates/"
                                + actual.get(PREFIX + "4a6c8e0b2d" + ACCEPTED)
                                + "/acceptance",
                        Map.of("revision", 1))
                .statusCode(200);
        return actual;
    }

    private static String visited(String kpm) {
        return FACILITATOR
                .withNewKey()
                .post(
                        "/home-visits",
                        Map.of(
                                "kpm_id",
                                kpm,
                                "visited_on",
                                "2026-01-20",
                                "purpose",
                                "DATA",
                                "findings",
                                List.of("NOBODY_MET")))
                .statusCode(201)
                .extract()
                .path("visit_id");
    }

    private static String submitted(String kpm, String pupil) {
        return FACILITATOR
                .withNewKey()
                .post(
                        "/data-updates",
                        Map.of(
                                "kpm_id",
                                kpm,
                                "evidence",
                                Map.of(
                                        "kind",
                                        "SCHOOL_LETTER",
                                        "reference",
                                        "folder 12",
                                        "on",
                                        "2026-07-20"),
                                "changes",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "SCHOOL_LEFT",
                                                "member_id",
                                                pupil,
                                                "effective_on",
                                                "2026-07-13"))))
                .statusCode(201)
                .extract()
                .path("update_id");
    }
}
