package id.pkh.disbursement.money;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.migration.MigratedDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The previous release stored statuses in pages, changes as lists and report lines in chunks, and
 * published changes later. The test compares the rows that the migration creates with the views of
 * that release.
 */
class RowsMigrationComponentTest {

    private static final String DATABASE = "rows_migration";
    private static final String BEFORE = "20260420081000";
    private static final String CYCLE = id("c1");
    private static final String RUN = id("c2");
    private static final String ANSWERED = id("b1");
    private static final String REJECTED = id("b2");
    private static final String APPROVED = id("b3");
    private static final String PREPARED = id("b4");
    private static final String PREPARING = id("b5");
    private static final String JUST_SENT = id("b6");
    private static final String FIRST_REPORT = id("a1");
    private static final String SECOND_REPORT = id("a2");
    private static final String WAITING_REPORT = id("a3");
    private static final String CUT_REPORT = id("a4");

    private static MigratedDatabase database;

    private static List<String> statuses;
    private static List<String> changes;
    private static List<String> lines;
    private static List<String> outcomes;
    private static List<String> unpublished;

    @BeforeAll
    static void migrateDataOfTheReleaseBefore() {
        database = MigratedDatabase.at(BEFORE, DATABASE);
        fillBatches();
        fillPages();
        fillReports();

        statuses = database.lines("SELECT instruction_id, state FROM instruction_state ORDER BY 1");
        changes =
                database.lines(
                        """
                        SELECT instruction_id, CASE WHEN old_state IN ('SEALED', 'APPROVED') THEN 'PLANNED' ELSE old_state END,
                               new_state, CASE cause WHEN 'SILENCE' THEN 'TIMEOUT' ELSE cause END, cause_id, recorded_at
                          FROM instruction_history WHERE cause IN ('SENDING', 'REJECTION', 'BANK_REPORT', 'SILENCE')
                         ORDER BY 1, step_no
                        """);
        lines =
                database.lines(
                        "SELECT " + LINE + " FROM bank_report_line ORDER BY report_id, line_no");
        outcomes =
                database.lines(
                        """
                        SELECT report_id, one.key, sum(one.value::int)
                          FROM bank_report_outcome CROSS JOIN LATERAL json_each_text(counts) AS one GROUP BY 1, 2 ORDER BY 1, 2
                        """);
        unpublished =
                database.lines(
                        """
                        SELECT h.instruction_id, h.old_state, h.new_state, h.recorded_at, n.correlation_id, n.causation_id, n.traceparent
                          FROM money_news n
                          JOIN payment_instruction i ON i.batch_id = n.batch_id AND (i.line_no - 1) / 1000 = n.page_no
                          JOIN instruction_history h ON h.instruction_id = i.instruction_id AND h.step_no / 1000000 = n.move_no
                         WHERE h.new_state NOT IN ('ACCEPTED', 'RETURNED')
                         ORDER BY n.news_id, h.step_no, i.line_no
                        """);

        database.migrateToTheNewest();
    }

    private static final String LINE =
            "report_id, line_no, instruction_ref, end_to_end_ref, status_code, reason_code, amount_idr, amount_fault, bank_ref,"
                    + " outcome, instruction_id";

    @Test
    void everyInstructionHasTheStatusThatItHad() {
        assertThat(statuses).hasSize(1_013);
        assertThat(
                        database.lines(
                                "SELECT instruction_id, status FROM instruction_status ORDER BY 1"))
                .isEqualTo(statuses);
        assertThat(
                        database.lines(
                                "SELECT status, count(*) FROM payment_instruction GROUP BY 1 ORDER BY 1"))
                .containsExactly(
                        "CREDITED 1",
                        "PLANNED 6",
                        "REJECTED 2",
                        "RETURNED 1",
                        "SENT 1000",
                        "UNKNOWN 1",
                        "VOIDED 2");
    }

    @Test
    void aRowShowsTheLastResponseOfTheBank() {
        assertThat(
                        database.lines(
                                "SELECT line_no, status, status_at, status_reason, bank_ref, report_id FROM payment_instruction"
                                        + " WHERE batch_id = "
                                        + ANSWERED
                                        + " AND status <> 'SENT' ORDER BY 1"))
                .containsExactly(
                        "2 CREDITED " + at(2) + " null R2b " + plain(FIRST_REPORT),
                        // the return had no reference, so the reference of the credit is kept
                        "3 RETURNED " + at(3) + " AC04 R3 " + plain(SECOND_REPORT),
                        "4 REJECTED " + at(2) + " AC01 null " + plain(FIRST_REPORT),
                        "1001 UNKNOWN " + at(4) + " null null null",
                        "1002 REJECTED " + at(5) + " AM05 R1002 " + plain(SECOND_REPORT));
        assertThat(
                        database.lines(
                                "SELECT DISTINCT status_at, status_reason, bank_ref, report_id FROM payment_instruction"
                                        + " WHERE batch_id = "
                                        + ANSWERED
                                        + " AND status = 'SENT'"))
                .containsExactly(at(1) + " null null null");
        assertThat(
                        database.lines(
                                "SELECT DISTINCT status, status_at FROM payment_instruction WHERE batch_id IN (%s, %s) ORDER BY 1"
                                        .formatted(REJECTED, PREPARED)))
                .containsExactly("PLANNED " + at(0), "VOIDED " + at(1));
    }

    @Test
    void everyChangeIsInTheHistoryOnceAndInItsOrder() {
        // 1,005 sent, 2 voided, 8 changes after the sending
        assertThat(changes).hasSize(1_015);
        assertThat(
                        database.lines(
                                "SELECT instruction_id, old_status, new_status, source, source_id, recorded_at"
                                        + " FROM instruction_history ORDER BY instruction_id, instruction_history_id"))
                .isEqualTo(changes);
        assertThat(
                        database.lines(
                                "SELECT line_no, new_status, report_line, h.bank_ref, reason FROM instruction_history h"
                                        + " JOIN payment_instruction USING (instruction_id)"
                                        + " WHERE source IN ('BANK_REPORT', 'TIMEOUT')"
                                        + " ORDER BY line_no, instruction_history_id"))
                .containsExactly(
                        "2 ACCEPTED 1 R2 null",
                        "2 CREDITED 4 R2b null",
                        "3 CREDITED 2 R3 null",
                        "3 RETURNED 1 null AC04",
                        "4 REJECTED 3 null AC01",
                        "1001 UNKNOWN null null null",
                        "1002 UNKNOWN null null null",
                        "1002 REJECTED null R1002 AM05");
    }

    @Test
    void everyLineOfAnAppliedReportIsThereOnceWithItsOutcome() {
        assertThat(lines).hasSize(11);
        assertThat(
                        database.lines(
                                "SELECT "
                                        + LINE
                                        + " FROM bank_report_line ORDER BY report_id, line_no"))
                .isEqualTo(lines);
        assertThat(
                        database.lines(
                                "SELECT report_id, one.key, one.value FROM bank_report CROSS JOIN LATERAL jsonb_each_text(outcomes) AS one"
                                        + " ORDER BY 1, 2"))
                .isEqualTo(outcomes);
        assertThat(outcomes).hasSize(7);
    }

    @Test
    void onlyUnappliedLinesStayInChunksAsTheBankWroteThem() {
        assertThat(
                        database.lines(
                                "SELECT report_id, first_line, lines, content::jsonb FROM bank_report_chunk ORDER BY 1, 2"))
                .containsExactly(
                        plain(WAITING_REPORT)
                                + " 4 4 [[4, \"%s\", \"%s\", \"ACCC\", null, 1005, null, \"W4\"], "
                                        .formatted(reference(instruction(5)), reference(payment(5)))
                                + "[5, \"x\", null, \"ACCC\", null, 7, null, \"W5\"], "
                                + "[6, \"%s\", null, \"RJCT\", \"AC01\", null, \"12.5\", null], "
                                        .formatted(reference(instruction(6)))
                                + "[7, \"%s\", \"%s\", \"ACCC\", null, null, null, null]]"
                                        .formatted(
                                                reference(instruction(7)), reference(payment(8))),
                        plain(WAITING_REPORT)
                                + " 8 1 [[8, null, \"%s\", \"ACCC\", null, null, null, \"W8\"]]"
                                        .formatted(reference(payment(9))));
        assertThat(
                        database.lines(
                                "SELECT report_id, status, lines, checkpoint FROM bank_report ORDER BY 1"))
                .containsExactly(
                        plain(FIRST_REPORT) + " APPLIED 5 5",
                        plain(SECOND_REPORT) + " APPLIED 3 3",
                        plain(WAITING_REPORT) + " STAGED 8 3",
                        plain(CUT_REPORT) + " PARTIAL 0 0");
    }

    @Test
    void unpublishedChangesAreKeptOnceInTheirOrder() {
        // 2 sent on the second page, 4 by reports, 2 by timeout, 3 of the batch that was just sent
        assertThat(unpublished).hasSize(11);
        assertThat(
                        database.lines(
                                "SELECT instruction_id, old_status, new_status, recorded_at, correlation_id, causation_id, traceparent"
                                        + " FROM unpublished_status_change ORDER BY change_id"))
                .isEqualTo(unpublished.stream().map(RowsMigrationComponentTest::planned).toList());
        assertThat(
                        database.lines(
                                "SELECT line_no, new_status, reason FROM unpublished_status_change JOIN payment_instruction"
                                        + " USING (instruction_id) WHERE reason IS NOT NULL ORDER BY change_id"))
                .containsExactly("4 REJECTED AC01", "1002 REJECTED AM05");
    }

    @Test
    void batchesThatWereSentNeedNoSending() {
        assertThat(database.lines("SELECT count(*) FROM job WHERE kind = 'batch-sending'"))
                .containsExactly("0");
    }

    @Test
    void aReportThatWaitsIsAJob() {
        assertThat(
                        database.lines(
                                "SELECT job_id = report_id, job.kind, items_total, job.status FROM job JOIN bank_report r"
                                        + " ON job_id = report_id WHERE r.status = 'STAGED'"))
                .containsExactly("t bank-report 2 WAITING");
    }

    private static String planned(String change) {
        return change.replace(" APPROVED SENT ", " PLANNED SENT ");
    }

    private static void fillBatches() {
        database.executeUnchecked(
                "INSERT INTO payment_cycle VALUES (%s, '2026-T2', '2026-04-01', '2026-06-30', 'BANK', '2026-Q1', 'SEALED', 3, 'opener', '%s')"
                        .formatted(CYCLE, at(0)));
        batch(ANSWERED, "SENT", 1_002);
        batch(REJECTED, "REJECTED", 2);
        batch(APPROVED, "APPROVED", 2);
        batch(PREPARED, "PREPARED", 1);
        batch(PREPARING, "PREPARING", 3);
        batch(JUST_SENT, "SENT", 3);
        instructions(ANSWERED, 1, 1_002, 1, 1);
        instructions(REJECTED, 2_001, 2, 2_001, 1);
        // a second attempt for the payments of the rejected batch
        instructions(APPROVED, 2_101, 2, 2_001, 2);
        // a second attempt for line 4, which was refused
        instructions(PREPARED, 2_201, 1, 4, 2);
        instructions(PREPARING, 2_301, 3, 2_301, 1);
        instructions(JUST_SENT, 2_401, 3, 2_401, 1);
    }

    private static void batch(String id, String status, int payments) {
        boolean counted = !status.equals("PREPARING");
        boolean approved = status.equals("APPROVED") || status.equals("SENT");
        boolean sent = status.equals("SENT");
        boolean rejected = status.equals("REJECTED");
        String hash = "repeat('0', 64)";
        database.executeUnchecked(
                """
                INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name, kind, file_no,
                       message_id, status, makers, created_at, payments, amount_idr, list_sha256, prepared_at,
                       approved_by, approved_at, approved_sha256, sent_by, sent_at, rejected_by, rejected_at, rejection_reason)
                VALUES (%s, %s, %s, 'BRI', 'BRINIDJA', '1', 'D', 'REGULAR', %d, right(%s, 20), '%s', '{maker}', '%s', %s)
                """
                        .formatted(
                                id,
                                CYCLE,
                                RUN,
                                Integer.parseInt(plain(id).substring(34), 16),
                                id,
                                status,
                                at(0),
                                String.join(
                                        ", ",
                                        given(counted, String.valueOf(payments)),
                                        given(counted, String.valueOf(payments)),
                                        given(counted, hash),
                                        given(counted, "'" + at(0) + "'"),
                                        given(approved, "'checker'"),
                                        given(approved, "'" + at(0) + "'"),
                                        given(approved, hash),
                                        given(sent, "'sender'"),
                                        given(sent, "'" + at(1) + "'"),
                                        given(rejected, "'checker'"),
                                        given(rejected, "'" + at(1) + "'"),
                                        given(rejected, "'wrong account'"))));
    }

    private static String given(boolean isGiven, String value) {
        return isGiven ? value : "NULL";
    }

    private static void instructions(
            String batch, int firstInstruction, int count, int firstPayment, int attempt) {
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            rows.add(
                    "(%s, %s, %d, %s, %d, gen_random_uuid(), %s, '17.71.08.1001', %d, '', '')"
                            .formatted(
                                    instruction(firstInstruction + n),
                                    payment(firstPayment + n),
                                    attempt,
                                    batch,
                                    n + 1,
                                    CYCLE,
                                    1_000 + firstPayment + n));
        }
        database.executeUnchecked(
                "INSERT INTO payment_instruction (instruction_id, payment_id, attempt, batch_id, line_no, kpm_id, cycle_id,"
                        + " village_code, amount_idr, payee_cipher, account_cipher) VALUES "
                        + String.join(", ", rows));
    }

    /**
     * Rows as the previous release wrote them: a sent batch with its pages, then the changes in
     * them.
     */
    private static void fillPages() {
        begin(ANSWERED);
        // the first page is published, the second is not
        news(ANSWERED, 1, 1, "sending");
        move(
                ANSWERED,
                0,
                2,
                "BANK_REPORT",
                FIRST_REPORT,
                2,
                "[2,\"S\",\"A\",1,\"R2\"],[3,\"S\",\"C\",2,\"R3\"],[4,\"S\",\"R\",3,null,\"AC01\"],[2,\"A\",\"C\",4,\"R2b\"]");
        move(ANSWERED, 0, 3, "BANK_REPORT", SECOND_REPORT, 3, "[3,\"C\",\"T\",1,null,\"AC04\"]");
        move(ANSWERED, 1, 2, "SILENCE", ANSWERED, 4, "[1,\"S\",\"U\"],[2,\"S\",\"U\"]");
        // an earlier release had applied this line; the row does not state which line it is
        move(
                ANSWERED,
                1,
                3,
                "BANK_REPORT",
                SECOND_REPORT,
                5,
                "[2,\"U\",\"R\",null,\"R1002\",\"AM05\"]");
        states(ANSWERED, 0, 3, "2C 3T 4R");
        states(ANSWERED, 1, 3, "1U 2R");
        news(ANSWERED, 0, 2, "report-1");
        news(ANSWERED, 1, 2, "sweep");
        news(ANSWERED, 0, 3, "report-2");
        news(ANSWERED, 1, 3, "report-2");
        begin(JUST_SENT);
        news(JUST_SENT, 0, 1, "sending-2");
    }

    private static void begin(String batch) {
        database.executeUnchecked(
                """
                INSERT INTO instruction_page (batch_id, page_no, states, last_move)
                SELECT batch_id, (line_no - 1) / 1000, convert_to(repeat('S', count(*)::int), 'UTF8'), 1
                  FROM payment_instruction WHERE batch_id = %s GROUP BY 1, 2
                """
                        .formatted(batch));
        database.executeUnchecked(
                """
                INSERT INTO instruction_names (batch_id, page_no, names)
                SELECT batch_id, (line_no - 1) / 1000,
                       string_agg(uuid_send(instruction_id) || uuid_send(payment_id) || int8send(amount_idr), ''::bytea ORDER BY line_no)
                  FROM payment_instruction WHERE batch_id = %s GROUP BY 1, 2
                """
                        .formatted(batch));
        database.executeUnchecked(
                "INSERT INTO instruction_move SELECT batch_id, page_no, 1, 'SENDING', 'sender', '%s' FROM instruction_page WHERE batch_id = %s"
                        .formatted(at(1), batch));
    }

    private static void move(
            String batch,
            int page,
            int number,
            String cause,
            String causeId,
            int hour,
            String steps) {
        database.executeUnchecked(
                "INSERT INTO instruction_move VALUES (%s, %d, %d, '%s', %s, '%s', '[%s]')"
                        .formatted(batch, page, number, cause, causeId, at(hour), steps));
    }

    /** Sets the status letters at some positions of the page; all other positions stay SENT. */
    private static void states(String batch, int page, int lastMove, String letters) {
        for (String one : letters.split(" ")) {
            database.executeUnchecked(
                    "UPDATE instruction_page SET states = overlay(states PLACING '%s'::bytea FROM %s), last_move = %d WHERE batch_id = %s AND page_no = %d"
                            .formatted(
                                    one.substring(one.length() - 1),
                                    one.substring(0, one.length() - 1),
                                    lastMove,
                                    batch,
                                    page));
        }
    }

    private static void news(String batch, int page, int move, String act) {
        database.executeUnchecked(
                "INSERT INTO money_news (batch_id, page_no, move_no, correlation_id, causation_id, traceparent, waiting_since)"
                        + " VALUES (%s, %d, %d, '%s', %s, %s, '%s')"
                                .formatted(
                                        batch,
                                        page,
                                        move,
                                        act,
                                        given(act.startsWith("report"), "'upload'"),
                                        given(act.startsWith("sending"), "'00-trace-01'"),
                                        at(1)));
    }

    private static void fillReports() {
        report(FIRST_REPORT, "APPLIED", 5, 5);
        chunk(
                FIRST_REPORT,
                1,
                3,
                "[2,\"ACSP\",null,\"R2\"],[3,\"ACCC\",null,\"R3\"],[4,\"RJCT\",\"AC01\",null]",
                "MMM");
        chunk(
                FIRST_REPORT,
                4,
                2,
                "[2,\"ACCC\",null,\"R2b\",\"%s\",null,null,null],[0,\"ACCC\",null,null,\"stranger\",\"no one\",5,null]"
                        .formatted(reference(instruction(2))),
                "MU");
        report(SECOND_REPORT, "APPLIED", 3, 3);
        chunk(
                SECOND_REPORT,
                1,
                3,
                "[3,\"RJCT\",\"AC04\",null],[1002,\"RJCT\",\"AM05\",\"R1002\"],"
                        + "[5,\"ACCC\",null,null,\"%s\",\"%s\",3,\"3,5\"]"
                                .formatted(reference(instruction(5)), reference(payment(5))),
                "MMA");
        report(WAITING_REPORT, "STAGED", 8, 3);
        chunk(
                WAITING_REPORT,
                1,
                3,
                "[4,\"ACCC\",null,\"W1\"],[-1,\"ACCC\",null,null,\"%s\",\"%s\",null,null],[9,\"ODD\",null,null]"
                        .formatted(reference(instruction(7)), reference(payment(8))),
                "CUS");
        chunk(
                WAITING_REPORT,
                4,
                4,
                "[5,\"ACCC\",null,\"W4\"],[0,\"ACCC\",null,\"W5\",\"x\",null,7,null],"
                        + "[6,\"RJCT\",\"AC01\",null,\"%s\",null,null,\"12.5\"],"
                                .formatted(reference(instruction(6)))
                        + "[-1,\"ACCC\",null,null,\"%s\",\"%s\",null,null]"
                                .formatted(reference(instruction(7)), reference(payment(8))),
                null);
        chunk(
                WAITING_REPORT,
                8,
                1,
                "[9,\"ACCC\",null,\"W8\",null,\"%s\",null,null]".formatted(reference(payment(9))),
                null);
        report(CUT_REPORT, "PARTIAL", 0, 0);
    }

    private static void report(String id, String status, int lines, int checkpoint) {
        database.executeUnchecked(
                """
                INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, namespace, message_id, batch_id, status, lines,
                                         checkpoint, received_by, received_at, finished_at)
                VALUES (%1$s, 'BRI', encode(sha256(convert_to(%1$s, 'UTF8')), 'hex'), 1, 'f', 'n', 'm', %2$s, '%3$s', %4$d, %5$d, 'x',
                        '%6$s', CASE '%3$s' WHEN 'STAGED' THEN NULL ELSE '%6$s'::timestamptz END)
                """
                        .formatted(id, ANSWERED, status, lines, checkpoint, at(2)));
    }

    private static void chunk(
            String report, int firstLine, int lines, String content, String letters) {
        database.executeUnchecked(
                "INSERT INTO bank_report_chunk (report_id, first_line, lines, content) VALUES (%s, %d, %d, '[%s]')"
                        .formatted(report, firstLine, lines, content));
        if (letters != null) {
            database.executeUnchecked(
                    """
                    INSERT INTO bank_report_outcome (report_id, first_line, outcomes, counts)
                    SELECT %s, %d, '%s'::bytea, json_object_agg(outcome, lines)
                      FROM (SELECT line_outcome_of(ascii(letter)) AS outcome, count(*) AS lines
                              FROM regexp_split_to_table('%s', '') AS letter GROUP BY 1) counted
                    """
                            .formatted(report, firstLine, letters, letters));
        }
    }

    private static String id(String name) {
        return "'019d5000-0000-7000-8000-0000000000%s'".formatted(name);
    }

    private static String instruction(int number) {
        return "'019d5000-0001-7000-8000-%012x'".formatted(number);
    }

    private static String payment(int number) {
        return "'019d5000-0002-7000-8000-%012x'".formatted(number);
    }

    private static String plain(String quoted) {
        return quoted.replace("'", "");
    }

    private static String reference(String quoted) {
        return plain(quoted).replace("-", "");
    }

    private static String at(int hour) {
        return "2026-04-20 %02d:00:00+00".formatted(hour);
    }
}
