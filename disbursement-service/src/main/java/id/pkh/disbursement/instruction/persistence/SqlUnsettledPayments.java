package id.pkh.disbursement.instruction.persistence;

import id.pkh.disbursement.instruction.UnsettledPayments;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SqlUnsettledPayments implements UnsettledPayments {

    private static final String SELECT =
            """
            SELECT i.payment_id, i.kpm_id, i.village_code, i.amount_idr, i.bank, i.message_id, i.instruction_id, i.attempt,
                   i.status, i.status_reason AS reason, l.reason_code AS bank_reason, l.reason_text AS bank_reason_text,
                   i.bank_ref, i.status_at,
                   EXISTS (SELECT FROM bank_exception e WHERE e.instruction_id = i.instruction_id
                              AND e.exception_class = 'CORRECTION_PENDING' AND e.state <> 'RESOLVED') AS correction_pending
              FROM latest_attempt i
              LEFT JOIN LATERAL (
                   SELECT h.source, h.source_id, h.report_line FROM instruction_history h
                    WHERE h.instruction_id = i.instruction_id
                    ORDER BY h.instruction_history_id DESC LIMIT 1) h ON h.source = 'BANK_REPORT'
              LEFT JOIN bank_report_line l
                ON l.report_id = CASE h.source WHEN 'BANK_REPORT' THEN h.source_id::uuid END AND l.line_no = h.report_line
             WHERE i.is_unsettled AND\s""";

    private final Database database;

    SqlUnsettledPayments(Database database) {
        this.database = database;
    }

    @Override
    public List<UnsettledPayment> page(Filter filter) {
        Conditions where =
                new Conditions()
                        .and("i.cycle_id = ?", filter.cycleId())
                        .andIfGiven(
                                "i.status = ?",
                                filter.status() == null ? null : filter.status().name())
                        .andIfGiven("i.bank = ?", filter.bank())
                        .andIfGiven("i.status_reason = ?", filter.reason());
        within(filter.scope(), where);
        if (filter.area() != null) {
            within(filter.area(), where);
        }
        if (filter.after() != null) {
            where.and(
                    "(i.village_code, i.payment_id) > (?, ?)",
                    filter.after().villageCode(),
                    filter.after().paymentId());
        }
        return database.query(
                SELECT + where.sql() + " ORDER BY i.village_code, i.payment_id LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", filter.limit() + 1)
                                .map(database.rowsAs(UnsettledPayment.class))
                                .list());
    }

    private static void within(AreaScope scope, Conditions where) {
        if (!scope.isEverywhere()) {
            where.andAnyAreaCollatedC("i.village_code", scope.codes());
        }
    }
}
