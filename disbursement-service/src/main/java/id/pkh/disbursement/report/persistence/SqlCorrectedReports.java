package id.pkh.disbursement.report.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.report.CorrectedReports;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Set-wise: a file has up to millions of lines, and so has its correction. */
@ApplicationScoped
class SqlCorrectedReports implements CorrectedReports {

    private static final String LEFT_OUT = "LEFT_OUT_BY_CORRECTION";

    private static final String EARLIER =
            """
            SELECT former.report_id, former.status = 'AWAITING_CONFIRMATION' AS waits
              FROM bank_report r JOIN bank_report former ON former.bank = r.bank AND former.kind = r.kind
             WHERE r.report_id = :report AND former.report_id <> r.report_id
               AND former.status IN ('AWAITING_CONFIRMATION', 'STAGED', 'APPLIED')
               AND former.received_at > r.received_at - interval '1 year'
               AND (r.kind = 'PAIN_002' AND former.message_id = r.message_id AND former.batch_id = r.batch_id
                    OR r.kind IN ('CAMT_054', 'CAMT_053') AND former.message_id = r.message_id
                    OR r.kind IN ('CAMT_053', 'MT_940')
                       AND EXISTS (SELECT FROM bank_statement s JOIN bank_statement f
                                       ON f.bank = s.bank AND f.account = s.account AND f.statement_no = s.statement_no
                                    WHERE s.report_id = r.report_id AND f.report_id = former.report_id
                                      AND extract(year FROM f.closed_on) = extract(year FROM s.closed_on)))
             ORDER BY former.received_at DESC, former.report_id DESC LIMIT 1
            """;

    /** Several lines of one reference are compared in their order. */
    private static final String COMPARE =
            """
            WITH line AS (
                SELECT c.*, coalesce(c.reference, '') AS named,
                       row_number() OVER (PARTITION BY c.report_id, coalesce(c.reference, '') ORDER BY c.line_no) AS place
                  FROM bank_report_content c WHERE c.report_id IN (:report, :earlier)),
            present AS (SELECT * FROM line WHERE report_id = :report),
            former AS (SELECT * FROM line WHERE report_id = :earlier)
            INSERT INTO bank_report_difference (report_id, ordinal, kind, line_no, former_line_no, status_code, former_status_code,
                                                reason_code, former_reason_code, amount_idr, former_amount_idr, booked_on,
                                                former_booked_on, instruction_id)
            SELECT :report, row_number() OVER (ORDER BY p.line_no, f.line_no),
                   CASE WHEN f.line_no IS NULL THEN 'ADDED' WHEN p.line_no IS NULL THEN 'REMOVED' ELSE 'CHANGED' END,
                   p.line_no, f.line_no, p.status_code, f.status_code, p.reason_code, f.reason_code, p.amount_idr, f.amount_idr,
                   p.booked_on, f.booked_on, f.instruction_id
              FROM present p FULL JOIN former f ON f.named = p.named AND f.place = p.place
             WHERE p.line_no IS NULL OR f.line_no IS NULL
                OR (p.status_code, p.reason_code, p.amount_idr, p.booked_on, p.bank_ref)
                   IS DISTINCT FROM (f.status_code, f.reason_code, f.amount_idr, f.booked_on, f.bank_ref)
            """;

    private static final String TAKEN_BACK =
            """
            SELECT DISTINCT ON (i.instruction_id) b.bank, i.cycle_id, i.village_code, i.kpm_id, i.payment_id, i.batch_id,
                   i.instruction_id, i.amount_idr
              FROM bank_report_difference d
              JOIN bank_report r ON r.report_id = d.report_id
              JOIN bank_report_line f ON f.report_id = r.corrects AND f.line_no = d.former_line_no
              JOIN payment_instruction i ON i.instruction_id = f.instruction_id
              JOIN payment_batch b ON b.batch_id = i.batch_id
             WHERE d.report_id = :report AND d.kind = 'REMOVED' AND f.outcome = 'MATCHED'
               AND i.status IN ('CREDITED', 'REJECTED', 'RETURNED')
               AND EXISTS (SELECT FROM instruction_history h
                            WHERE h.instruction_id = i.instruction_id AND h.source = 'BANK_REPORT'
                              AND h.source_id = r.corrects::text AND h.report_line = f.line_no)
             ORDER BY i.instruction_id
            """;

    private final Database database;
    private final AdvisoryLocks locks;

    SqlCorrectedReports(Database database, AdvisoryLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    @Override
    public Optional<Earlier> earlier(UUID reportId) {
        locks.take(
                "disbursement.bank-report-numbers:"
                        + database.query(
                                "SELECT bank FROM bank_report WHERE report_id = :report",
                                q -> q.bind("report", reportId).mapTo(String.class).one()));
        return database.query(
                EARLIER,
                q -> q.bind("report", reportId).map(database.rowsAs(Earlier.class)).findOne());
    }

    @Override
    public int compare(UUID reportId, UUID earlier) {
        return database.update(COMPARE, u -> u.bind("report", reportId).bind("earlier", earlier));
    }

    @Override
    public Optional<UUID> correctionOf(UUID reportId) {
        return database.query(
                "SELECT report_id FROM bank_report WHERE corrects = :report AND status <> 'REJECTED'",
                q -> q.bind("report", reportId).mapTo(UUID.class).findOne());
    }

    @Override
    public long countDifferences(UUID reportId) {
        return database.query(
                "SELECT count(*) FROM bank_report_difference WHERE report_id = :report",
                q -> q.bind("report", reportId).mapTo(Long.class).one());
    }

    @Override
    public List<Difference> differencesAfter(UUID reportId, int ordinal, int limit) {
        return database.query(
                "SELECT * FROM bank_report_difference WHERE report_id = :report AND ordinal > :after"
                        + " ORDER BY ordinal LIMIT :limit",
                q ->
                        q.bind("report", reportId)
                                .bind("after", ordinal)
                                .bind("limit", limit)
                                .map(database.rowsAs(Difference.class))
                                .list());
    }

    @Override
    public List<BankException> takenBack(UUID reportId, Instant at) {
        return database.query(
                TAKEN_BACK,
                q ->
                        q.bind("report", reportId)
                                .map(
                                        (row, context) ->
                                                BankException.found(
                                                        UuidCreator.getTimeOrderedEpoch(),
                                                        ExceptionClass.STATUS_CONTRADICTS.name(),
                                                        LEFT_OUT,
                                                        new About(
                                                                row.getString("bank"),
                                                                row.getObject(
                                                                        "cycle_id", UUID.class),
                                                                row.getString("village_code"),
                                                                row.getObject("kpm_id", UUID.class),
                                                                row.getObject(
                                                                        "payment_id", UUID.class),
                                                                row.getObject(
                                                                        "batch_id", UUID.class),
                                                                row.getObject(
                                                                        "instruction_id",
                                                                        UUID.class),
                                                                reportId,
                                                                null,
                                                                row.getLong("amount_idr")),
                                                        at))
                                .list());
    }
}
