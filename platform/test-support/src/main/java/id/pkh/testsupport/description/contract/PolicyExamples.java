package id.pkh.testsupport.description.contract;

import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Provides the versions of which the examples of {@code /policy-versions} speak. Their first days
 * lie so far ahead that no rule meets them.
 */
public final class PolicyExamples {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-2b4d6f8a0c1";
    private static final String[] HASHES = {"11aa", "22bb", "33cc", "44dd"};
    private static final LocalDate FAR_AHEAD = LocalDate.of(2100, 1, 1);
    private static final AtomicInteger QUARTERS = new AtomicInteger();

    private static final Caller ONE = Caller.officer("policies-1");
    private static final Caller OTHER = Caller.officer("policies-2");

    private PolicyExamples() {}

    /**
     * Texts of the examples, and what they are in this database: versions that wait, one that is
     * approved, and one whose revocation is proposed.
     *
     * @param document a document of the kind, with CODE and DAY in place of its code and first day
     * @param codes the codes that the examples enter, each of which waits once only
     */
    public static Map<String, String> provide(
            Rows rows, String kind, String document, String... codes) {
        Map<String, String> actual = new HashMap<>();
        for (int i = 0; i < HASHES.length; i++) {
            UUID id = UUID.randomUUID();
            add(rows, id, kind, document);
            actual.put(PREFIX + (i + 1), id.toString());
            actual.put(
                    HASHES[i].repeat(16),
                    rows.text("SELECT sha256 FROM policy_version WHERE version_id = ?", id));
            act(rows, id, "ENTERED", "policies-1", null, null);
            if (i >= 2) {
                act(rows, id, "APPROVED", "policies-2", "ENTERED", "policies-1");
            }
            if (i == 3) {
                act(rows, id, "REVOCATION_PROPOSED", "policies-2", "APPROVED", "policies-2");
            }
        }
        for (String code : codes) {
            actual.put(
                    code, code + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase());
        }
        return actual;
    }

    private static void add(Rows rows, UUID id, String kind, String document) {
        String code = "EXAMPLE-" + id.toString().substring(0, 8).toUpperCase();
        LocalDate day = FAR_AHEAD.plusMonths(3L * QUARTERS.getAndIncrement());
        String text = document.replace("CODE", code).replace("DAY", day.toString());
        rows.execute(
                "INSERT INTO policy_version (version_id, kind, policy_code, valid_from, legal_basis,"
                        + " document, sha256) VALUES (?, ?, ?, ?, 'an example', ?::json,"
                        + " encode(sha256(convert_to(?, 'UTF8')), 'hex'))",
                id,
                kind,
                code,
                day,
                text,
                text);
    }

    private static void act(
            Rows rows, UUID id, String act, String by, String answers, String person) {
        rows.execute(
                "INSERT INTO policy_act (version_id, valid_from, act, by_person, acted_at, acted_on,"
                        + " answers, answers_person, reason) SELECT version_id, valid_from, ?, ?, now(),"
                        + " current_date, ?, ?, ? FROM policy_version WHERE version_id = ?",
                act,
                by,
                answers,
                person,
                act.equals("REVOCATION_PROPOSED") ? "an example" : null,
                id);
    }

    /**
     * Revokes what the examples have approved, so that other tests find the tables as they were.
     */
    public static void end(Rows rows) {
        List<String> approved =
                rows.texts(
                        "SELECT version_id::text FROM policy_version_status WHERE status = 'APPROVED'"
                                + " AND valid_from > current_date ORDER BY valid_from DESC");
        for (String id : approved) {
            Map<String, String> named =
                    Map.of(
                            "sha256",
                            rows.text(
                                    "SELECT sha256 FROM policy_version WHERE version_id = ?::uuid",
                                    id));
            Map<String, String> why = new HashMap<>(named);
            why.put("reason", "the end of a test");
            ONE.post("/policy-versions/" + id + "/revocation-proposal", why);
            OTHER.post("/policy-versions/" + id + "/revocation", named);
            ONE.post("/policy-versions/" + id + "/revocation", named);
        }
    }
}
