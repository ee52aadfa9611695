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

    /**
     * The rows of the view {@code sent_payment}. {@code OFFSET 0} keeps the planner from joining
     * whole tables for one window.
     */
    private static final String WINDOW =
            """
            SELECT i.payment_id, i.kpm_id, i.village_code, i.amount_idr, i.batch_id, i.status, i.status_at
              FROM payment_instruction i
             WHERE i.status <> 'VOIDED'
               AND NOT EXISTS (SELECT FROM payment_instruction later
                                WHERE later.payment_id = i.payment_id AND later.attempt > i.attempt
                                  AND later.status <> 'VOIDED' OFFSET 0)
               AND (i.status <> 'PLANNED'
                    OR EXISTS (SELECT FROM payment_batch b WHERE b.batch_id = i.batch_id AND b.status = 'SENT' OFFSET 0)
                    OR EXISTS (SELECT FROM payment_instruction former
                                WHERE former.payment_id = i.payment_id AND former.attempt < i.attempt
                                  AND former.status <> 'VOIDED' OFFSET 0))
               AND\s""";

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

    private final Database database;

    SqlSentPayments(Database database) {
        this.database = database;
    }

    @Override
    public List<SentPayment> after(Selection selection, Position position, int limit) {
        Conditions where = from(selection, position);
        return database.queryWithFreshPlan(
                windowOf(where),
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit)
                                .map((row, context) -> payment(row))
                                .list());
    }

    static String windowOf(Conditions where) {
        return PAYMENTS.formatted(WINDOW + where.sql() + ORDER + " LIMIT :limit");
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
