package id.pkh.disbursement.payment.persistence;

import id.pkh.disbursement.payment.PaymentLists;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcPaymentLists implements PaymentLists {

    private static final String PAID_SOMETHING = "p.status <> 'NOT_ELIGIBLE'";
    private static final int HISTORY_ROWS_MAX = 500;

    private final Database database;

    JdbcPaymentLists(Database database) {
        this.database = database;
    }

    @Override
    public List<PaymentLine> lines(Filter filter) {
        if (PaymentListQuery.excludesAll(filter)) {
            return List.of();
        }
        List<UUID> batches = List.of();
        if (PaymentListQuery.dependsOnBatches(filter)) {
            batches = batches(PaymentListQuery.batchesOf(filter));
            if (batches.isEmpty()) {
                return List.of();
            }
        }
        PaymentListQuery page = new PaymentListQuery(filter, batches);
        return database.queryWithFreshPlan(
                page.sql(),
                q ->
                        q.bindMap(page.values())
                                .bind("limit", filter.limit() + 1)
                                .map((row, context) -> line(row))
                                .list());
    }

    private List<UUID> batches(Conditions where) {
        return database.query(
                "SELECT batch_id FROM payment_batch WHERE " + where.sql(),
                q -> q.bindMap(where.values()).mapTo(UUID.class).list());
    }

    @Override
    public List<PaymentLine> ofFamily(
            UUID kpmId, AreaScope scope, FamilyPosition after, int limit) {
        Conditions where = PaymentListQuery.ofFamily(kpmId, scope, after);
        return database.query(
                PaymentListQuery.familyPage(where),
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit + 1)
                                .map((row, context) -> line(row))
                                .list());
    }

    @Override
    public List<StatusSum> sums(UUID cycleId, AreaScope scope) {
        Conditions where = PaymentListQuery.inCycle(cycleId, scope).and(PAID_SOMETHING);
        return database.query(
                "SELECT p.kind, p.status, count(*) AS payments, sum(p.amount_idr)::bigint AS amount_idr,"
                        + " count(*) FILTER (WHERE p.warned) AS warned FROM payment p WHERE "
                        + where.sql()
                        + " GROUP BY p.kind, p.status ORDER BY p.kind DESC, p.status",
                q -> q.bindMap(where.values()).map(database.rowsAs(StatusSum.class)).list());
    }

    @Override
    public List<ReasonCount> notEligible(UUID cycleId, AreaScope scope) {
        Conditions where = PaymentListQuery.inCycle(cycleId, scope);
        return database.query(
                "SELECT p.reasons[1] AS reason, count(*) AS families FROM ineligible_family p WHERE "
                        + where.sql()
                        + " GROUP BY 1 ORDER BY 1",
                q -> q.bindMap(where.values()).map(database.rowsAs(ReasonCount.class)).list());
    }

    @Override
    public Optional<PaymentLine> one(UUID paymentId) {
        return database.query(
                PaymentListQuery.PAYMENTS + " WHERE p.payment_id = :payment",
                q -> q.bind("payment", paymentId).map((row, context) -> line(row)).findOne());
    }

    @Override
    public List<Change> history(UUID paymentId) {
        return database.query(
                "SELECT * FROM payment_history WHERE payment_id = :payment"
                        + " ORDER BY payment_history_id LIMIT :limit",
                q ->
                        q.bind("payment", paymentId)
                                .bind("limit", HISTORY_ROWS_MAX)
                                .map(database.rowsAs(Change.class))
                                .list());
    }

    private static PaymentLine line(ResultSet row) throws SQLException {
        return new PaymentLine(
                row.getObject("payment_id", UUID.class),
                row.getObject("kpm_id", UUID.class),
                row.getString("village_code"),
                row.getString("cycle_code"),
                row.getString("kind"),
                row.getBoolean("sealed"),
                row.getLong("amount_idr"),
                row.getString("status"),
                row.getBoolean("warned"),
                texts(row, "reasons"),
                ids(row, "blocked_by"),
                PaymentJson.lines(row.getString("lines")),
                PaymentJson.steps(row.getString("steps")),
                row.getObject("compensates", UUID.class),
                row.getString("bank_status") == null ? null : attempt(row));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getString("bank"),
                row.getInt("attempt"),
                row.getString("bank_status"),
                row.getString("status_reason"),
                row.getString("bank_ref"),
                row.getObject("status_at", OffsetDateTime.class).toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }
}
