package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.pkh.testsupport.migration.MigratedDatabase;
import org.junit.jupiter.api.Test;

/**
 * The previous release applied reports, sealed cycles and settled exceptions with the persons that
 * it recorded. They stay as they are; what follows needs two persons.
 */
class SecondPersonMigrationComponentTest {

    private static final String BEFORE = "20260715080000";

    @Test
    void whatOnePersonDidBeforeStaysAndWhatFollowsNeedsTwo() {
        MigratedDatabase database = MigratedDatabase.at(BEFORE, "second_person_migration");
        cycleAndBatch(database);
        report(database, 11, "inbox:BRI", "APPLIED");
        report(database, 12, "administrator-1", "APPLIED");
        report(database, 13, "administrator-1", "STAGED");
        exception(database, 21, "'RESOLVED', 'one', now(), 'p', 'two', now()");
        exception(database, 22, "'PROPOSED', 'one', now(), 'p', NULL, NULL");
        exception(database, 23, "'OPEN', NULL, NULL, NULL, NULL, NULL");

        database.migrateToTheNewest();

        assertThat(
                        database.lines(
                                "SELECT concat_ws('|', right(report_id::text, 2), channel, status, received_by) FROM bank_report"
                                        + " ORDER BY report_id"))
                .containsExactly(
                        "11|INBOX|APPLIED|inbox:BRI",
                        "12|UNRECORDED|APPLIED|administrator-1",
                        "13|UNRECORDED|STAGED|administrator-1");
        database.execute(
                "UPDATE bank_report SET status = 'APPLIED', checkpoint = lines, finished_at = now()"
                        + " WHERE status = 'STAGED'");
        assertThat(database.lines("SELECT sealed_by, proposed_by FROM cycle_seal"))
                .containsExactly("officer-1 null");
        assertThat(
                        database.lines(
                                "SELECT concat_ws('|', right(exception_id::text, 2), state, version, proposed_by_ministry)"
                                        + " FROM bank_exception ORDER BY exception_id"))
                .containsExactly("21|RESOLVED|1|f", "22|PROPOSED|1|f", "23|OPEN|0|f");
        refused(
                database,
                "UPDATE bank_exception SET state = 'RESOLVED', resolved_by = 'two', resolved_at = now() WHERE state = 'PROPOSED'",
                "exception_with_ministry");
        database.execute(
                "UPDATE bank_exception SET state = 'RESOLVED', resolved_by = 'two', resolved_at = now(), resolved_by_ministry = true"
                        + " WHERE state = 'PROPOSED'");
        refused(
                database,
                "UPDATE payment_batch SET approved_by = 'officer-1', status = 'APPROVED', approved_at = now(),"
                        + " approved_sha256 = list_sha256 WHERE status = 'PREPARED'",
                "a person of the seal approves the batch");
    }

    private static void refused(MigratedDatabase database, String sql, String words) {
        assertThat(catchThrowable(() -> database.execute(sql))).hasStackTraceContaining(words);
    }

    private static String id(int number) {
        return "019d5000-0000-7000-8000-%012d".formatted(number);
    }

    private static void cycleAndBatch(MigratedDatabase database) {
        database.executeUnchecked(
                """
                INSERT INTO payment_cycle (cycle_id, cycle_code, covers_from, covers_until, channel, verification_period, status,
                                           version, opened_by, opened_at)
                VALUES ('%1$s', '2026-T1', '2026-01-01', '2026-03-31', 'BANK', '2025-Q4', 'SEALED', 2, 'officer-1', now());
                INSERT INTO cycle_seal VALUES ('%1$s', 1, 225000, 0, 0, 0, 0, '%3$s', 'officer-1', now());
                INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name, kind, file_no,
                                           message_id, status, makers, created_at, payments, amount_idr, unusual_accounts,
                                           list_sha256, prepared_at, approved_by, approved_at, approved_sha256, sent_by, sent_at)
                VALUES ('%2$s', '%1$s', '%1$s', 'BRI', 'BIC', '1', 'X', 'REGULAR', 1, 'PKH-1', 'SENT', '{maker}', now(), 1, 225000,
                        0, '%3$s', now(), 'checker', now(), '%3$s', 'sender', now()),
                       ('%4$s', '%1$s', '%1$s', 'BRI', 'BIC', '1', 'X', 'REGULAR', 2, 'PKH-2', 'PREPARED', '{maker}', now(), 1,
                        225000, 0, '%3$s', now(), NULL, NULL, NULL, NULL, NULL)
                """
                        .formatted(id(1), id(2), "a".repeat(64), id(3)));
    }

    private static void report(
            MigratedDatabase database, int number, String receivedBy, String status) {
        boolean applied = status.equals("APPLIED");
        database.executeUnchecked(
                """
                INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, namespace, message_id, batch_id, status, lines,
                                         checkpoint, received_by, received_at, finished_at)
                VALUES ('%s', 'BRI', '%s', 1, 'f', 'n', 'm', '%s', '%s', 1, %d, '%s', now(), %s)
                """
                        .formatted(
                                id(number),
                                Integer.toString(number).repeat(32),
                                id(2),
                                status,
                                applied ? 1 : 0,
                                receivedBy,
                                applied ? "now()" : "NULL"));
    }

    private static void exception(MigratedDatabase database, int number, String values) {
        database.executeUnchecked(
                """
                INSERT INTO bank_exception (exception_id, exception_class, reason, found_at, state, proposed_by, proposed_at,
                                            proposal, resolved_by, resolved_at)
                VALUES ('%s', 'UNMATCHED_LINE', 'r', now(), %s)
                """
                        .formatted(id(number), values));
    }
}
