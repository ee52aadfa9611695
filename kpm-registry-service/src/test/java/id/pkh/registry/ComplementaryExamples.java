package id.pkh.registry;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Provides the advocacies of which the examples speak: those of two families and their pupils. */
final class ComplementaryExamples {

    static final int FAMILIES = 2;

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final int FIRST = 22;
    private static final Caller FACILITATOR = Caller.named("facilitator-7", Roles.FACILITATOR, "*");
    private static final Caller ADMINISTRATOR =
            Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "*");

    private ComplementaryExamples() {}

    static Map<String, String> provide(Rows rows, Map<String, String> families) {
        Map<String, String> actual = new HashMap<>();
        int advocacy = 1;
        for (int i = FIRST; i < FIRST + FAMILIES; i++) {
            String kpm = families.get(PREFIX + "5b9e0d4f2a%02d".formatted(i));
            String pupil =
                    rows.text(
                            "SELECT id::text FROM family_member WHERE kpm_id = ?::uuid"
                                    + " AND component = 'SD'",
                            kpm);
            actual.put(PREFIX + "9c2e4a6b8d%02d".formatted(i), pupil);
            for (Map<String, Object> gap :
                    List.<Map<String, Object>>of(
                            Map.of("kpm_id", kpm, "programme", "KIP", "member_id", pupil),
                            Map.of("kpm_id", kpm, "programme", "SEMBAKO"),
                            Map.of("kpm_id", kpm, "programme", "KIS", "member_id", pupil))) {
                lacks(gap);
                // the last one is put on the list by its example
                if (advocacy < 2 * 3) {
                    actual.put(
                            PREFIX + "8e0a2c4d6f%02d".formatted(advocacy),
                            broughtTo(advocacy, listed(gap)));
                }
                advocacy++;
            }
        }
        return actual;
    }

    private static void lacks(Map<String, Object> gap) {
        Map<String, Object> status = new HashMap<>(gap);
        status.put("status", "LACKS");
        status.put("effective_on", "2026-01-20");
        status.put("source", "STATEMENT_OF_FAMILY");
        FACILITATOR.withNewKey().post("/complementary-statuses", status).statusCode(201);
    }

    private static String listed(Map<String, Object> gap) {
        return FACILITATOR
                .withNewKey()
                .post("/advocacies", gap)
                .statusCode(201)
                .extract()
                .path("advocacy_id");
    }

    /** The first is only listed, the third reported, the fourth proposed, the fifth granted. */
    private static String broughtTo(int number, String advocacy) {
        List<Caller> people = List.of(FACILITATOR, ADMINISTRATOR, ADMINISTRATOR);
        List<String> acts = List.of("reports", "proposals", "answers");
        for (int act = 0; act < number - 2; act++) {
            Map<String, Object> body = new HashMap<>();
            body.put("advocacies", List.of(Map.of("advocacy_id", advocacy, "version", act + 1)));
            if (acts.get(act).equals("proposals")) {
                body.put("period", "2026-12");
            }
            people.get(act).post("/advocacies/" + acts.get(act), body).statusCode(200);
        }
        return advocacy;
    }
}
