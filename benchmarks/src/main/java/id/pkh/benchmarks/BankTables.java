package id.pkh.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One approved batch in the disbursement service's database, put there past the service: a
 * preparation of a million payments would take longer than what is measured.
 */
final class BankTables {

    static final UUID BATCH = UUID.fromString("019d5000-0000-7000-8000-000000000001");

    private static final UUID CYCLE = UUID.fromString("019d5000-0000-7000-8000-000000000002");
    private static final UUID RUN = UUID.fromString("019d5000-0000-7000-8000-000000000003");
    private static final String PREPARED_AT = "2026-04-10T03:00:00Z";
    private static final String APPROVED_AT = "2026-04-11T03:00:00Z";
    private static final String INSTRUCTION_COLUMNS =
            "instruction_id, payment_id, attempt, batch_id, line_no, kpm_id, cycle_id, village_code, amount_idr,"
                    + " payee_cipher, account_cipher, status, status_at";
    private static final int COPY_BYTES = 1 << 20;

    private final DataSource database;
    private final int payments;

    BankTables(DataSource superuser, int payments) {
        this.database = superuser;
        this.payments = payments;
    }

    /** Fills the tables; triggers are off meanwhile, so what is put in has to be right. */
    void fill(ColumnSeal seal) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            sql.execute(
                    "INSERT INTO payment_cycle VALUES ('%s', '%s', '2026-04-01', '2026-06-30', 'BANK', '2026-Q1', 'SEALED', 3, 'opener', '%s')"
                            .formatted(CYCLE, MadePayments.CYCLE_CODE, PREPARED_AT));
            sql.execute(
                    "INSERT INTO preparation_run (run_id, cycle_id, status, include_failed, started_by, started_at, owner, leased_until) VALUES ('%s', '%s', 'DONE', false, 'maker', '%s', '%s', '%s')"
                            .formatted(RUN, CYCLE, PREPARED_AT, RUN, PREPARED_AT));
            copy(connection, "payment_family (kpm_id)", i -> MadePayments.family(i).toString());
            copy(
                    connection,
                    "payment (payment_id, kpm_id, cycle_id, kind, village_code, amount_idr, status, warned, reasons, blocked_by, lines, steps, created_at, changed_at)",
                    BankTables::payment);
            copy(
                    connection,
                    "payment_instruction (" + INSTRUCTION_COLUMNS + ")",
                    i -> instruction(i, seal));
            sql.execute(batch());
        }
        settle();
    }

    /** As it is when nothing of what was measured is left in memory only. */
    void settle() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "VACUUM (ANALYZE) payment_family, payment, payment_instruction, instruction_history");
            sql.execute("CHECKPOINT");
        }
    }

    /** The batch is sent, and all of its instructions are marked as sent. */
    void send() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            sql.execute(
                    "UPDATE payment_batch SET status = 'SENT', file_given_at = now(), sent_by = 'sender', sent_at = now()");
            sql.execute("CREATE UNLOGGED TABLE planned AS SELECT * FROM payment_instruction");
        }
        forgetReports();
    }

    /** The tables as they were before the bank reported anything. */
    void forgetReports() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            sql.execute(
                    "TRUNCATE payment_instruction, taken_out_payment, bank_inquiry, payment_booking, bank_report_difference, bank_statement, batch_debit, quarantined_file, bank_report_named_batch, unpublished_status_change, instruction_history, bank_report_line, bank_report_chunk, bank_report, bank_exception, village_credit, outbox");
            sql.execute(
                    "INSERT INTO payment_instruction (%1$s) SELECT %2$s FROM planned ORDER BY line_no"
                            .formatted(
                                    INSTRUCTION_COLUMNS,
                                    INSTRUCTION_COLUMNS.replace(
                                            "status, status_at", "'SENT', now()")));
            sql.execute(
                    """
                    INSERT INTO instruction_history (instruction_id, old_status, new_status, source, source_id, recorded_at)
                    SELECT instruction_id, 'PLANNED', 'SENT', 'SENDING', 'sender', status_at FROM payment_instruction ORDER BY line_no
                    """);
            sql.execute("UPDATE payment_family SET version = 0 WHERE version <> 0");
            sql.execute("VACUUM (FULL) payment_family");
        }
        settle();
    }

    private static String payment(int i) {
        return "%s\t%s\t%s\tREGULAR\t%s\t%d\tPAYABLE\tf\t{}\t{}\t[]\t[]\t%s\t%s"
                .formatted(
                        MadePayments.payment(i),
                        MadePayments.family(i),
                        CYCLE,
                        MadePayments.VILLAGE,
                        MadePayments.amountIdr(i),
                        PREPARED_AT,
                        PREPARED_AT);
    }

    private static String instruction(int i, ColumnSeal seal) {
        HexFormat hex = HexFormat.of();
        return String.join(
                "\t",
                MadePayments.instruction(i).toString(),
                MadePayments.payment(i).toString(),
                "1",
                BATCH.toString(),
                Integer.toString(i + 1),
                MadePayments.family(i).toString(),
                CYCLE.toString(),
                MadePayments.VILLAGE,
                Long.toString(MadePayments.amountIdr(i)),
                "\\\\x" + hex.formatHex(seal.seal(MadePayments.name(i), "disbursement.payee_name")),
                "\\\\x" + hex.formatHex(seal.seal(MadePayments.account(i), "disbursement.account")),
                "PLANNED",
                PREPARED_AT);
    }

    private String batch() {
        String hash = listHash();
        return """
        INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name, kind, file_no, message_id,
               status, makers, created_at, payments, amount_idr, unusual_accounts, list_sha256, prepared_at,
               approved_by, approved_at, approved_sha256)
        VALUES ('%s', '%s', '%s', '%s', '%s', '%s', '%s', 'REGULAR', 1, '%s',
               'APPROVED', '{maker}', '%s', %d, %d, 0, '%s', '%s', 'checker', '%s', '%s')
        """
                .formatted(
                        BATCH,
                        CYCLE,
                        RUN,
                        MadePayments.BANK,
                        MadePayments.BIC,
                        MadePayments.FUNDING_ACCOUNT,
                        MadePayments.DEBTOR,
                        MadePayments.MESSAGE_ID,
                        PREPARED_AT,
                        payments,
                        MadePayments.sumIdr(payments),
                        hash,
                        PREPARED_AT,
                        APPROVED_AT,
                        hash);
    }

    /** What an approver has seen: every field with its length before it. */
    private String listHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            line(
                    digest,
                    MadePayments.MESSAGE_ID,
                    MadePayments.CYCLE_CODE,
                    MadePayments.BANK,
                    MadePayments.BIC,
                    MadePayments.FUNDING_ACCOUNT,
                    MadePayments.DEBTOR);
            for (int i = 0; i < payments; i++) {
                line(
                        digest,
                        Integer.toString(i + 1),
                        MadePayments.instruction(i).toString(),
                        MadePayments.payment(i).toString(),
                        Long.toString(MadePayments.amountIdr(i)),
                        MadePayments.name(i),
                        MadePayments.account(i));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void line(MessageDigest digest, String... fields) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(fields.length).flip());
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
    }

    private void copy(Connection connection, String table, IntFunction<String> row)
            throws SQLException {
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN");
        StringBuilder waiting = new StringBuilder();
        for (int i = 0; i < payments; i++) {
            waiting.append(row.apply(i)).append('\n');
            if (waiting.length() >= COPY_BYTES || i == payments - 1) {
                byte[] bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                waiting.setLength(0);
            }
        }
        copy.endCopy();
    }
}
