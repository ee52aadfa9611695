package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.migration.MigratedDatabase;
import org.junit.jupiter.api.Test;

/**
 * The migration from rows to pages and chunks keeps the instructions and reports: states,
 * histories, lines with their outcomes, and reports that the previous release had only partly
 * applied.
 */
class PagesMigrationComponentTest {

    private static final String DATABASE = "pages_migration";
    private static final String BEFORE = "20260401080000";
    private static final String AFTER = "20260420081000";
    private static final String SENT = "'019d5000-0000-7000-8000-00000000000a'";
    private static final String REJECTED = "'019d5000-0000-7000-8000-00000000000b'";
    private static final String APPLIED = "'019d5000-0000-7000-8000-00000000000c'";
    private static final String HALF = "'019d5000-0000-7000-8000-00000000000d'";
    private static final String CYCLE = "'019d5000-0000-7000-8000-00000000000e'";

    @Test
    void theStatusesAreUnchanged() {
        MigratedDatabase database = MigratedDatabase.at(BEFORE, DATABASE);
        rowsOfBefore(database);

        database.migrateTo(AFTER);

        statesAndHistoriesAreThose(database);
        linesAndOutcomesAreThose(database);
        remainingLinesNameTheirInstructions(database);
    }

    private static void rowsOfBefore(MigratedDatabase database) {
        batch(database, SENT, "SENT", 1_002);
        batch(database, REJECTED, "REJECTED", 2);
        database.executeUnchecked(instructions(SENT, 1, 1_002, "'SENT'"));
        database.executeUnchecked(instructions(REJECTED, 2_001, 2, "'VOIDED'"));
        moves(database, 2, "SENT>ACCEPTED", "BANK_REPORT", APPLIED, 1);
        moves(database, 2, "ACCEPTED>CREDITED", "BANK_REPORT", APPLIED, 1);
        moves(database, 1_001, "SENT>UNKNOWN", "SILENCE", SENT, 2);
        moves(database, 1_001, "UNKNOWN>REJECTED", "BANK_REPORT", APPLIED, 3);
        database.executeUnchecked(
                "UPDATE payment_instruction SET bank_ref = 'R2' WHERE line_no = 2 AND state = 'CREDITED'");
        report(database, APPLIED, "a", "APPLIED", 5_003, 5_003);
        report(database, HALF, "b", "STAGED", 12, 3);
        database.executeUnchecked(
                "INSERT INTO bank_report_line (report_id, line_no, instruction_ref, end_to_end_ref, status_code, reason_code,"
                        + " amount_idr, bank_ref, outcome, instruction_id) SELECT "
                        + APPLIED
                        + "::uuid, n, 'i' || n, 'e', 'RJCT', 'AC\"04', n, 'r', CASE n WHEN 5002 THEN 'DUPLICATE' ELSE 'MATCHED' END,"
                        + " (SELECT instruction_id FROM payment_instruction WHERE line_no = 2 AND batch_id = "
                        + SENT
                        + ") FROM generate_series(1, 5003) n");
        database.executeUnchecked(
                "INSERT INTO bank_report_line (report_id, line_no, status_code, outcome) SELECT "
                        + HALF
                        + "::uuid, n, 'ACCC', 'UNKNOWN_REFERENCE' FROM unnest(ARRAY[1, 2, 7]) n");
        // lines 3 to 6 and 8 to 12 remain; they are grouped as the lanes of the previous release
        // left them
        database.executeUnchecked(
                "INSERT INTO bank_report_chunk (report_id, first_line, lines, content) VALUES (%s, 3, 9, %s)"
                        .formatted(HALF, "'" + waiting() + "'"));
    }

    private static String waiting() {
        return "["
                + String.join(
                        ",",
                        said(3, id(5), payment(5)),
                        said(4, id(6), "null"),
                        said(5, "null", payment(7)),
                        said(6, id(8), payment(9)),
                        said(8, id(9_999), payment(9)),
                        said(9, id(9_998), payment(9_999)),
                        said(10, "null", "\"not ours\""),
                        said(11, id(2_001), "null"),
                        said(12, id(10).toUpperCase(java.util.Locale.ROOT), "null"))
                + "]";
    }

    private static String said(int lineNo, String instruction, String payment) {
        return "[%d,%s,%s,\"ACCC\",null,null,null,\"R%d\"]"
                .formatted(lineNo, instruction, payment, lineNo);
    }

    private static String id(int number) {
        return "\"%032x\"".formatted(0xabc0000L + number);
    }

    private static String payment(int number) {
        return "\"%032x\"".formatted(0xdef0000L + number);
    }

    private static void batch(MigratedDatabase database, String id, String status, int payments) {
        database.executeUnchecked(
                """
                INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name, kind, file_no,
                       message_id, status, makers, created_at, payments, amount_idr, list_sha256, prepared_at, approved_by, approved_at,
                       approved_sha256, sent_by, sent_at,
                       rejected_by, rejected_at, rejection_reason)
                SELECT %1$s, %2$s, gen_random_uuid(), 'BRI', 'BRINIDJA', '1', 'D', 'REGULAR', %4$d, right(%1$s, 20), '%3$s', '{m}', now(),
                       %4$d, %4$d, repeat('0', 64), now(), 'a', now(), repeat('0', 64), CASE '%3$s' WHEN 'SENT' THEN 's' END, CASE '%3$s' WHEN 'SENT' THEN now() END,
                       CASE '%3$s' WHEN 'REJECTED' THEN 'r' END, CASE '%3$s' WHEN 'REJECTED' THEN now() END,
                       CASE '%3$s' WHEN 'REJECTED' THEN 'why' END
                """
                        .formatted(id, CYCLE, status, payments));
    }

    private static String instructions(String batch, int from, int count, String state) {
        return """
        INSERT INTO payment_instruction (instruction_id, payment_id, attempt, batch_id, line_no, kpm_id, cycle_id, village_code,
                                         amount_idr, payee_cipher, account_cipher, state, state_at)
        SELECT lpad(to_hex(x'abc0000'::int + n), 32, '0')::uuid, lpad(to_hex(x'def0000'::int + n), 32, '0')::uuid, 1, %1$s,
               n - %2$d + 1, gen_random_uuid(), %4$s, '17', 1, '', '', %5$s, now() FROM generate_series(%2$d, %2$d + %3$d - 1) n
        """
                .formatted(batch, from, count, CYCLE, state);
    }

    private static void moves(
            MigratedDatabase database,
            int lineNo,
            String step,
            String cause,
            String causeId,
            int hour) {
        String[] states = step.split(">");
        String one =
                "(SELECT instruction_id FROM payment_instruction WHERE batch_id = %s AND line_no = %d)"
                        .formatted(SENT, lineNo);
        database.executeUnchecked(
                "INSERT INTO instruction_history (instruction_id, old_state, new_state, cause, cause_id, recorded_at)"
                        + " VALUES (%s, '%s', '%s', '%s', %s, '2026-04-20T0%d:00:00Z')"
                                .formatted(one, states[0], states[1], cause, causeId, hour));
        database.executeUnchecked(
                "UPDATE payment_instruction SET state = '%s' WHERE instruction_id = %s"
                        .formatted(states[1], one));
    }

    private static void report(
            MigratedDatabase database,
            String id,
            String name,
            String status,
            int lines,
            int checkpoint) {
        database.executeUnchecked(
                """
                INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, namespace, message_id, batch_id, status, lines,
                                         checkpoint, received_by, received_at, finished_at)
                VALUES (%1$s, 'BRI', encode(sha256('%2$s'), 'hex'), 1, '%2$s', 'n', 'm', %6$s, '%3$s', %4$d, %5$d, 'x', now(),
                        CASE '%3$s' WHEN 'APPLIED' THEN now() END)
                """
                        .formatted(id, name, status, lines, checkpoint, SENT));
    }

    private static void statesAndHistoriesAreThose(MigratedDatabase database) {
        assertThat(
                        database.lines(
                                "SELECT state, count(*) FROM instruction_state GROUP BY 1 ORDER BY 1"))
                .containsExactly("CREDITED 1", "REJECTED 1", "SENT 1000", "VOIDED 2");
        assertThat(
                        database.lines(
                                "SELECT page_no, length(states), last_move, is_silent FROM instruction_page ORDER BY 1"))
                .containsExactly("0 1000 2 t", "1 2 3 t");
        assertThat(
                        database.lines(
                                "SELECT line_no, coalesce(old_state, '-'), new_state, cause FROM instruction_history"
                                        + " JOIN payment_instruction USING (instruction_id) WHERE batch_id = "
                                        + SENT
                                        + " AND line_no IN (2, 1001) AND step_no > 3 ORDER BY 1, step_no"))
                .containsExactly(
                        "2 APPROVED SENT SENDING",
                        "2 SENT ACCEPTED BANK_REPORT",
                        "2 ACCEPTED CREDITED BANK_REPORT",
                        "1001 APPROVED SENT SENDING",
                        "1001 SENT UNKNOWN SILENCE",
                        "1001 UNKNOWN REJECTED BANK_REPORT");
        assertThat(
                        database.lines(
                                "SELECT content::json ->> 1 FROM instruction_move WHERE page_no = 0 AND move_no = 2"))
                .containsExactly("[2, \"A\", \"C\", null, \"R2\"]");
        assertThat(database.lines("SELECT count(*) FROM money_news")).containsExactly("0");
    }

    private static void linesAndOutcomesAreThose(MigratedDatabase database) {
        assertThat(
                        database.lines(
                                "SELECT first_line, lines, length(outcomes), counts FROM bank_report_chunk LEFT JOIN bank_report_outcome"
                                        + " USING (report_id, first_line, lines) WHERE report_id = "
                                        + APPLIED
                                        + " ORDER BY 1"))
                .containsExactly(
                        "1 5000 5000 { \"MATCHED\" : 5000 }",
                        "5001 3 3 { \"DUPLICATE\" : 1, \"MATCHED\" : 2 }");
        assertThat(
                        database.lines(
                                "SELECT line_no, instruction_ref, end_to_end_ref, status_code, reason_code, amount_idr, bank_ref, outcome,"
                                        + " right(instruction_id::text, 7) FROM bank_report_line WHERE line_no = 5002"))
                .containsExactly("5002 i5002 e RJCT AC\"04 5002 r DUPLICATE abc0002");
        assertThat(
                        database.lines(
                                "SELECT line_no, outcome FROM bank_report_line WHERE report_id = "
                                        + HALF
                                        + " ORDER BY 1"))
                .containsExactly(
                        "1 UNKNOWN_REFERENCE", "2 UNKNOWN_REFERENCE", "7 UNKNOWN_REFERENCE");
    }

    private static void remainingLinesNameTheirInstructions(MigratedDatabase database) {
        assertThat(
                        database.lines(
                                "SELECT c.first_line, c.lines, json_agg(e.line ->> 0 ORDER BY e.ordinality), json_agg(e.line ->> 3 ORDER BY e.ordinality)"
                                        + " FROM bank_report_chunk c, json_array_elements(c.content::json) WITH ORDINALITY e (line)"
                                        + " WHERE report_id = "
                                        + HALF
                                        + " AND NOT EXISTS (SELECT 1 FROM bank_report_outcome o WHERE o.report_id = c.report_id"
                                        + " AND o.first_line = c.first_line) GROUP BY 1, 2 ORDER BY 1"))
                .containsExactly(
                        "3 4 [\"5\", \"6\", \"7\", \"-1\"] [\"R3\", \"R4\", \"R5\", \"R6\"]",
                        "8 5 [\"-1\", \"0\", \"0\", \"0\", \"10\"] [\"R8\", \"R9\", \"R10\", \"R11\", \"R12\"]");
    }
}
