package id.pkh.registry;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import java.util.HashMap;
import java.util.Map;

/**
 * Provides the pairs of families of which the examples speak: open ones, and one that is settled.
 */
final class DuplicateExamples {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final int SETTLED = 3;
    private static final Caller ADMINISTRATOR =
            Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "*");

    private DuplicateExamples() {}

    static Map<String, String> provide(Rows rows, Map<String, String> families) {
        Map<String, String> actual = new HashMap<>();
        actual.put(pair(1), found(rows, families, 1, 2));
        actual.put(pair(2), found(rows, families, 1, 3));
        actual.put(pair(SETTLED), found(rows, families, 2, 3));
        ADMINISTRATOR
                .post(
                        "/duplicates/" + actual.get(pair(SETTLED)) + "/distinction",
                        Map.of("version", 1, "reason", "RELATIVES"))
                .statusCode(200);
        return actual;
    }

    private static String pair(int number) {
        return PREFIX + "a7c9e1f3b5%02d".formatted(number);
    }

    private static String found(Rows rows, Map<String, String> families, int one, int other) {
        String pair =
                rows.text(
                        "INSERT INTO duplicate_pair (pair_id, first_kpm, second_kpm, same_account,"
                                + " points, facts, state, version, found_at) VALUES"
                                + " (gen_random_uuid(), ?::uuid, ?::uuid, false, 92,"
                                + " repeat('0', 64), 'OPEN', 1, now()) RETURNING pair_id",
                        families.get(PREFIX + "5b9e0d4f2a%02d".formatted(one)),
                        families.get(PREFIX + "5b9e0d4f2a%02d".formatted(other)));
        rows.execute(
                "INSERT INTO duplicate_match (pair_id, first_member, second_member, name, birth,"
                        + " nik, same_pupil_number, distance, points) VALUES (?::uuid,"
                        + " gen_random_uuid(), gen_random_uuid(), 'WHOLE', 'SAME', 'OTHER', false,"
                        + " 'VILLAGE', 92)",
                pair);
        rows.execute(
                "INSERT INTO duplicate_act (pair_id, act_no, state, by_person, acted_at)"
                        + " VALUES (?::uuid, 1, 'OPEN', 'system', now())",
                pair);
        return pair;
    }
}
