package id.pkh.registry;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.Days;
import java.util.HashMap;
import java.util.Map;

/** Provides the merges of which the examples speak; the first one is proposed by its example. */
final class MergeExamples {

    static final int FAMILIES = 8;

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final int FIRST = 33;
    private static final int MERGES = 4;
    private static final Caller ADMINISTRATOR =
            Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "*");

    private MergeExamples() {}

    static Map<String, String> provide(Rows rows, Map<String, String> families) {
        Map<String, String> actual = new HashMap<>();
        for (int i = FIRST; i < FIRST + FAMILIES; i++) {
            rows.execute(
                    "UPDATE kpm SET status = 'ACTIVE', base_status = 'ACTIVE',"
                            + " account_waits_since = NULL, version = 1 WHERE id = ?::uuid",
                    family(families, i));
        }
        for (int merge = 2; merge <= MERGES; merge++) {
            int survivor = FIRST + 2 * (merge - 1);
            actual.put(
                    PREFIX + "c9e1f3b5d7%02d".formatted(merge),
                    ADMINISTRATOR
                            .withNewKey()
                            .post(
                                    "/family-merges",
                                    Map.of(
                                            "survivor_id",
                                            family(families, survivor),
                                            "survivor_version",
                                            1,
                                            "ended_id",
                                            family(families, survivor + 1),
                                            "ended_version",
                                            1,
                                            "evidence",
                                            "FAMILY_CARD",
                                            "evidence_reference",
                                            "scan in folder 12 of the regency",
                                            "effective_on",
                                            Days.today().plusDays(40).toString()))
                            .statusCode(201)
                            .extract()
                            .path("merge_id"));
        }
        return actual;
    }

    private static String family(Map<String, String> families, int number) {
        return families.get(PREFIX + "5b9e0d4f2a%02d".formatted(number));
    }
}
