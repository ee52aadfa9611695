package id.pkh.registry;

import static id.pkh.testsupport.time.Days.today;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Provides the graduations of which the examples speak; one family is proposed by its example. */
final class GraduationExamples {

    static final int FAMILIES = 4;

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final int FIRST = 29;
    private static final Caller FACILITATOR = Caller.named("facilitator-7", Roles.FACILITATOR, "*");

    /** The first day without membership, which has to be one of the year that begins today. */
    private static final String DAY = "2027-03-17";

    private GraduationExamples() {}

    static Map<String, String> provide(Rows rows, Map<String, String> families) {
        Map<String, String> actual = new HashMap<>();
        String day = today().plusDays(40).toString();
        actual.put(DAY, day);
        for (int i = FIRST; i < FIRST + FAMILIES; i++) {
            String kpm = families.get(PREFIX + "5b9e0d4f2a%02d".formatted(i));
            rows.execute(
                    "UPDATE kpm SET status = 'ACTIVE', base_status = 'ACTIVE' WHERE id = ?::uuid",
                    kpm);
            String visit = visited(kpm);
            actual.put(PREFIX + "1f3b5d7a9c%02d".formatted(i), visit);
            if (i > FIRST) {
                actual.put(
                        PREFIX + "b6d8f0a2c4%02d".formatted(i),
                        FACILITATOR
                                .withNewKey()
                                .post("/graduations", proposal(kpm, visit, day))
                                .statusCode(201)
                                .extract()
                                .path("graduation_id"));
            }
        }
        return actual;
    }

    private static String visited(String kpm) {
        Map<String, Object> visit = new HashMap<>();
        visit.put("kpm_id", kpm);
        visit.put("visited_on", today().toString());
        visit.put("purpose", "GRADUATION");
        visit.put(
                "house",
                Map.of(
                        "ownership", "OWN",
                        "head_job", "TRADER",
                        "components_on_card", 1,
                        "toilet", "OWN",
                        "water", "PIPED",
                        "electricity", "VA_1300"));
        visit.put("findings", List.of("INCOME_IMPROVED"));
        return FACILITATOR
                .withNewKey()
                .post("/home-visits", visit)
                .statusCode(201)
                .extract()
                .path("visit_id");
    }

    private static Map<String, Object> proposal(String kpm, String visit, String day) {
        return Map.of(
                "kpm_id",
                kpm,
                "type",
                "SELF_RELIANT",
                "reason",
                "INCOME_IMPROVED",
                "welfare_category",
                "PROSPEROUS_SELF_RELIANT",
                "ppse",
                "DONE",
                "year_joined",
                2019,
                "household_size",
                4,
                "visit_id",
                visit,
                "effective_on",
                day);
    }
}
