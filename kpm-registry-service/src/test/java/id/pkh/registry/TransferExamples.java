package id.pkh.registry;

import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Provides the transfers of which the examples speak; the first one is proposed by its example. */
final class TransferExamples {

    static final int FAMILIES = 8;

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final int FIRST = 41;
    private static final int TRANSFERS = 4;
    private static final Caller ADMINISTRATOR =
            Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "*");

    /** The first of a month, which has to be one of the present quarter. */
    private static final String DAY = "2026-12-01";

    private TransferExamples() {}

    static Map<String, String> provide(Rows rows, Map<String, String> families) {
        String day = BusinessDates.on(Instant.now()).withDayOfMonth(1).toString();
        Map<String, String> actual = new HashMap<>();
        actual.put(DAY, day);
        for (int transfer = 1; transfer <= TRANSFERS; transfer++) {
            int first = FIRST + 2 * (transfer - 1);
            String from = family(families, first);
            String to = family(families, first + 1);
            String child =
                    ADMINISTRATOR
                            .read("/kpm/" + from + "/members")
                            .getString("items.find { !it.is_caretaker }.member_id");
            for (String family : new String[] {from, to}) {
                rows.execute("UPDATE kpm SET version = 1 WHERE id = ?::uuid", family);
            }
            actual.put(PREFIX + "0b2d4f6a8c%02d".formatted(transfer), child);
            if (transfer > 1) {
                actual.put(
                        PREFIX + "d1f3b5d7e9%02d".formatted(transfer),
                        proposed(child, from, to, day));
            }
        }
        return actual;
    }

    private static String proposed(String child, String from, String to, String day) {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("member_id", child);
        proposal.put("from_id", from);
        proposal.put("from_version", 1);
        proposal.put("to_id", to);
        proposal.put("reason", "LIVES_WITH_RELATIVES");
        proposal.put("releasing_evidence", "SIGNED_STATEMENT");
        proposal.put("receiving_evidence", "VILLAGE_LETTER");
        proposal.put("evidence_reference", "letters in folder 14 of the regency");
        proposal.put("effective_on", day);
        return ADMINISTRATOR
                .withNewKey()
                .post("/child-transfers", proposal)
                .statusCode(201)
                .extract()
                .path("transfer_id");
    }

    private static String family(Map<String, String> families, int number) {
        return families.get(PREFIX + "5b9e0d4f2a%02d".formatted(number));
    }
}
