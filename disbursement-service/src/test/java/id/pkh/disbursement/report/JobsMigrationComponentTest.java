package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.migration.MigratedDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The previous release kept the progress of a sending in a table of its own, and that of a report
 * in its chunks. The migration makes jobs of those that are not finished.
 */
class JobsMigrationComponentTest {

    private static final String BEFORE = "20260501080000";

    @Test
    void unfinishedSendingsAndReportsAreJobsThatGoOnBehindTheirLastChunk() {
        MigratedDatabase database = MigratedDatabase.at(BEFORE, "sending_migration");
        for (int batch : List.of(1, 2, 3)) {
            sentBatch(database, batch);
        }
        sending(database, 1, 5_000, "NULL");
        sending(database, 2, 0, "NULL");
        sending(database, 3, 9_000, "now()");
        report(database, 11, 1, "STAGED", 2);
        report(database, 13, 3, "STAGED", 1);
        report(database, 23, 3, "APPLIED", 0);

        database.migrateToTheNewest();

        assertThat(
                        database.lines(
                                "SELECT concat_ws('|', right(job_id::text, 2), kind, replace(subject, left(job_id::text, 34), ''),"
                                        + " right(parameters, 2), status, coalesce(checkpoint, 'start'), items_total, items_done,"
                                        + " requested_by, origin::json ->> 'correlation_id', origin::json ->> 'traceparent',"
                                        + " right(after_job::text, 2)) FROM job ORDER BY job_id"))
                .containsExactly(
                        "01|batch-sending|PKH-1|01|WAITING|5000|9000|5000|sender|act-1|00-1",
                        "02|batch-sending|PKH-2|02|WAITING|start|9000|0|sender|act-2|00-2",
                        "11|bank-report|PKH-1 11|11|WAITING|start|2|0|bank|" + id(11) + "|01",
                        "13|bank-report|PKH-3 13|13|WAITING|start|1|0|bank|" + id(13));
        assertThat(database.lines("SELECT to_regclass('sending_run') IS NULL"))
                .containsExactly("t");
    }

    private static String id(int number) {
        return "019d5000-0000-7000-8000-%012d".formatted(number);
    }

    private static void sentBatch(MigratedDatabase database, int number) {
        database.executeUnchecked(
                """
                INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name, kind, file_no,
                                           message_id, status, makers, created_at, payments, amount_idr, unusual_accounts,
                                           list_sha256, prepared_at, approved_by, approved_at, approved_sha256, sent_by, sent_at)
                VALUES ('%1$s', '%2$s', '%2$s', 'BRI', 'BIC', '1', 'X', 'REGULAR', %3$d, 'PKH-%3$d', 'SENT', '{maker}', now(), 9000,
                        1, 0, '%4$s', now(), 'checker', now(), '%4$s', 'sender', now())
                """
                        .formatted(id(number), id(90), number, "a".repeat(64)));
    }

    private static void sending(
            MigratedDatabase database, int batch, int postedLine, String finishedAt) {
        database.executeUnchecked(
                "INSERT INTO sending_run (batch_id, posted_line, correlation_id, traceparent, finished_at)"
                        + " VALUES ('%s', %d, 'act-%d', '00-%d', %s)"
                                .formatted(id(batch), postedLine, batch, batch, finishedAt));
    }

    private static void report(
            MigratedDatabase database, int number, int batch, String status, int chunks) {
        database.executeUnchecked(
                """
                INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, namespace, message_id, batch_id, status, lines,
                                         checkpoint, received_by, received_at, finished_at)
                VALUES ('%1$s', 'BRI', '%2$s', 1, 'f', 'n', 'm', '%3$s', '%4$s', 9, %5$s, 'bank', now(), %6$s)
                """
                        .formatted(
                                id(number),
                                Integer.toString(number).repeat(32),
                                id(batch),
                                status,
                                status.equals("APPLIED") ? 9 : 0,
                                status.equals("APPLIED") ? "now()" : "NULL"));
        for (int chunk = 1; chunk <= chunks; chunk++) {
            database.executeUnchecked(
                    "INSERT INTO bank_report_chunk (report_id, first_line, lines, content) VALUES ('%s', %d, 1, '[]')"
                            .formatted(id(number), chunk));
        }
    }
}
