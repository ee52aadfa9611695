package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.report.SentAttempts;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** SQL, because a notification has up to millions of lines. */
@ApplicationScoped
class SqlSentAttempts implements SentAttempts {

    private static final String NAMED =
            """
            WITH named AS (
                SELECT DISTINCT CASE WHEN e.line ->> 1 ~ '^[0-9A-Fa-f]{32}$' THEN (e.line ->> 1)::uuid END AS instruction_id,
                       CASE WHEN e.line ->> 2 ~ '^[0-9A-Fa-f]{32}$' THEN (e.line ->> 2)::uuid END AS payment_id,
                       CASE WHEN e.line ->> 1 LIKE 'PKH-%' THEN e.line ->> 1 END AS message_id
                  FROM bank_report_chunk c CROSS JOIN LATERAL json_array_elements(c.content::json) AS e (line)
                 WHERE c.report_id = :report)
            SELECT b.batch_id FROM payment_batch b
             WHERE b.bank = :bank AND b.status = 'SENT'
               AND b.batch_id IN (SELECT i.batch_id FROM named JOIN payment_instruction i USING (instruction_id)
                                  UNION
                                  SELECT i.batch_id FROM named JOIN payment_instruction i ON i.payment_id = named.payment_id
                                  UNION
                                  SELECT whole.batch_id FROM named JOIN payment_batch whole USING (message_id))
             ORDER BY b.sent_at, b.batch_id
            """;

    private static final String SELECT =
            """
            SELECT i.instruction_id, i.payment_id, i.kpm_id, i.village_code, i.amount_idr, i.attempt, i.status, i.bank_ref,
                   i.report_id, i.batch_id, i.account_cipher, c.booked_on, c.bank_ref, r.booked_on, r.bank_ref
              FROM payment_instruction i
              JOIN bank_report_named_batch n ON n.batch_id = i.batch_id AND n.report_id = :report
              LEFT JOIN payment_booking c ON c.instruction_id = i.instruction_id AND c.kind = 'CREDIT'
              LEFT JOIN payment_booking r ON r.instruction_id = i.instruction_id AND r.kind = 'RETURN'
            """;

    private static final String IN_ORDER =
            " WHERE i.payment_id = ANY (:ids) AND i.status <> 'VOIDED' ORDER BY i.attempt";

    private final Database database;
    private final HiddenAccounts accounts;

    SqlSentAttempts(Database database, HiddenAccounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @Override
    public List<UUID> namedBatches(UUID reportId, String bank) {
        return database.query(
                NAMED, q -> q.bind("report", reportId).bind("bank", bank).mapTo(UUID.class).list());
    }

    @Override
    public void addBatches(UUID reportId, List<UUID> batchIds) {
        if (!batchIds.isEmpty()) {
            database.update(
                    "INSERT INTO bank_report_named_batch (report_id, batch_id) SELECT :report, unnest(:ids)",
                    u -> u.bind("report", reportId).bind("ids", SqlArrays.uuids(batchIds)));
        }
    }

    @Override
    public List<UUID> batchesOf(UUID reportId) {
        return database.query(
                "SELECT batch_id FROM bank_report_named_batch WHERE report_id = :report ORDER BY batch_id",
                q -> q.bind("report", reportId).mapTo(UUID.class).list());
    }

    @Override
    public List<SentAttempt> byIds(UUID reportId, Collection<UUID> instructionIds) {
        return list(
                " WHERE i.instruction_id = ANY (:ids) AND i.status <> 'VOIDED'",
                reportId,
                instructionIds);
    }

    @Override
    public List<SentAttempt> byPayments(UUID reportId, Collection<UUID> paymentIds) {
        return list(IN_ORDER, reportId, paymentIds);
    }

    private List<SentAttempt> list(String condition, UUID reportId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.query(
                        SELECT + condition,
                        q ->
                                q.bind("report", reportId)
                                        .bind("ids", SqlArrays.uuids(ids))
                                        .map((row, context) -> attempt(row))
                                        .list());
    }

    private SentAttempt attempt(ResultSet row) throws SQLException {
        return new SentAttempt(
                new Instruction(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getLong(5),
                        row.getInt(6),
                        InstructionStatus.valueOf(row.getString(7)),
                        row.getString(8),
                        row.getObject(9, UUID.class)),
                row.getObject(10, UUID.class),
                row.getBytes(11) == null ? null : accounts.show(row.getBytes(11)),
                posted(row.getObject(12, LocalDate.class), row.getString(13)),
                posted(row.getObject(14, LocalDate.class), row.getString(15)));
    }

    private static Posted posted(LocalDate day, String bankRef) {
        return day == null ? null : new Posted(day, bankRef);
    }

    @Override
    public void post(UUID reportId, List<NewBooking> bookings) {
        database.copy(
                "payment_booking (instruction_id, kind, booked_on, bank_ref, report_id, line_no)",
                bookings,
                (row, booking) ->
                        row.uuid(booking.instructionId())
                                .code(booking.kind())
                                .day(booking.day())
                                .text(booking.bankRef())
                                .uuid(reportId)
                                .number(booking.lineNo()));
    }

    @Override
    public Map<UUID, Posted> debitsOf(UUID reportId) {
        return database.query(
                "SELECT d.batch_id, d.booked_on, d.bank_ref FROM batch_debit d"
                        + " JOIN bank_report_named_batch n USING (batch_id) WHERE n.report_id = :report",
                q ->
                        q.bind("report", reportId)
                                .map(
                                        (row, context) ->
                                                Map.entry(
                                                        row.getObject(1, UUID.class),
                                                        new Posted(
                                                                row.getObject(2, LocalDate.class),
                                                                row.getString(3))))
                                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void postDebits(UUID reportId, List<FileDebit> debits) {
        database.copy(
                "batch_debit (batch_id, booked_on, bank_ref, report_id, line_no)",
                debits,
                (row, debit) ->
                        row.uuid(debit.batchId())
                                .day(debit.day())
                                .text(debit.bankRef())
                                .uuid(reportId)
                                .number(debit.lineNo()));
    }
}
