package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.withdrawal.SentPayments;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A window of payments is read by the index of instructions. Reports and call-backs are then looked
 * up one by one; a join would read all of them for a window.
 */
@ApplicationScoped
class SqlSentPayments implements SentPayments {

    private static final String ORDER = " ORDER BY i.village_code, i.kpm_id, i.payment_id";

    private static final String PAYMENTS =
            "SELECT i.payment_id, i.kpm_id, i.village_code, i.amount_idr AS payment_idr, b.bank,"
                    + " CASE WHEN i.status = 'PLANNED' AND b.status = 'SENT' THEN 'SENT' ELSE i.status END"
                    + " AS bank_status, i.status_at, r.revision, r.reported_by, r.recorded_at, "
                    + FactsColumns.SELECTED
                    + ", c.amount_idr AS disputed_idr FROM (%s) i"
                    + " JOIN LATERAL (SELECT b.bank, b.status FROM payment_batch b"
                    + " WHERE b.batch_id = i.batch_id OFFSET 0) b ON true"
                    + " LEFT JOIN LATERAL (SELECT * FROM withdrawal_report r"
                    + " WHERE r.payment_id = i.payment_id ORDER BY r.revision DESC LIMIT 1) r ON true"
                    + " LEFT JOIN LATERAL (SELECT c.amount_idr FROM withdrawal_call_back c"
                    + " WHERE c.payment_id = i.payment_id AND c.outcome <> 'NOT_REACHED'"
                    + " ORDER BY c.call_back_id DESC LIMIT 1) c ON true"
                    + ORDER;

    private static final String LATEST =
            "SELECT r.%s FROM withdrawal_report r WHERE r.payment_id = i.payment_id AND r.outcome <> 'RETRACTED'"
                    + " AND NOT EXISTS (SELECT FROM withdrawal_report later WHERE later.payment_id = r.payment_id"
                    + " AND later.revision > r.revision OFFSET 0) OFFSET 0";

    private static final String COUNTED = LATEST.formatted("outcome");
    private static final String REASON = LATEST.formatted("reason_code");

    private final Database database;

    SqlSentPayments(Database database) {
        this.database = database;
    }

    @Override
    public List<SentPayment> after(Selection selection, Position position, int limit) {
        return payments(from(selection, position), limit);
    }

    @Override
    public List<SentPayment> reported(
            Selection selection, Reported reported, Position position, int limit) {
        Conditions where = from(selection, position);
        add(reported, where);
        return payments(where, limit);
    }

    /** A report that was retracted counts as none. */
    private static void add(Reported reported, Conditions where) {
        if (reported.isReported() != null) {
            where.and("((" + COUNTED + ") IS NOT NULL) = ?", reported.isReported());
        }
        where.andIfGiven(
                        "(" + COUNTED + ") = ?",
                        reported.outcome() == null ? null : reported.outcome().name())
                .andIfGiven("(" + REASON + ") = ?", reported.reasonCode())
                .andIfGiven("(i.status = 'CREDITED') = ?", reported.isCredited());
    }

    private List<SentPayment> payments(Conditions where, int limit) {
        return database.queryWithFreshPlan(
                windowOf(where),
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit)
                                .map((row, context) -> payment(row))
                                .list());
    }

    static String windowOf(Conditions where) {
        return PAYMENTS.formatted(
                SentPaymentRows.ONE_BY_ONE + where.sql() + ORDER + " LIMIT :limit");
    }

    static Conditions from(Selection selection, Position position) {
        Conditions where = in(selection);
        return position == null
                ? where
                : where.and(
                        "(i.village_code, i.kpm_id, i.payment_id) > (?, ?, ?)",
                        position.villageCode(),
                        position.kpmId(),
                        position.paymentId());
    }

    /** The payments of a selection, of a table or view with the alias {@code i}. */
    static Conditions in(Selection selection) {
        Conditions where = new Conditions().and("i.cycle_id = ?", selection.cycleId());
        within(selection.scope(), where);
        if (selection.area() != null) {
            within(selection.area(), where);
        }
        return where;
    }

    static void within(AreaScope scope, Conditions where) {
        if (!scope.isEverywhere()) {
            where.andAnyAreaCollatedC("i.village_code", scope.codes());
        }
    }

    private static SentPayment payment(ResultSet row) throws SQLException {
        return new SentPayment(
                row.getObject("payment_id", UUID.class),
                row.getObject("kpm_id", UUID.class),
                row.getString("village_code"),
                row.getLong("payment_idr"),
                row.getString("bank"),
                StatusAtBank.valueOf(row.getString("bank_status")),
                instant(row, "status_at"),
                row.getObject("revision", Integer.class),
                FactsColumns.of(row),
                row.getString("reported_by"),
                instant(row, "recorded_at"),
                row.getObject("disputed_idr", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
