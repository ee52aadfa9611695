package id.pkh.disbursement.payment.persistence;

import id.pkh.disbursement.instruction.domain.ShownStatus;
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

    private static final String NOT_ELIGIBLE = "NOT_ELIGIBLE";
    private static final String PAID_SOMETHING = "p.status <> 'NOT_ELIGIBLE'";
    private static final int HISTORY_ROWS_MAX = 500;

    private static final String PAYMENTS =
            """
            SELECT p.payment_id, p.kpm_id, p.village_code, c.cycle_code, p.kind,
                   c.status = 'SEALED' AND p.kind = 'REGULAR' AS sealed, p.amount_idr, p.status, p.warned, p.reasons,
                   p.blocked_by, p.lines, p.steps, p.compensates, i.bank, i.attempt, i.status AS bank_status,
                   i.status_reason, i.bank_ref, i.status_at
              FROM payment p JOIN payment_cycle c USING (cycle_id)
              LEFT JOIN latest_attempt i ON i.payment_id = p.payment_id AND i.cycle_id = p.cycle_id
            """;

    private static final String FAMILIES_WITH_NOTHING =
            """
            SELECT p.payment_id, p.kpm_id, p.village_code, c.cycle_code, p.kind,
                   c.status = 'SEALED' AS sealed, 0 AS amount_idr, p.status, p.warned, p.reasons,
                   '{}'::uuid[] AS blocked_by, p.lines, '[]'::jsonb AS steps, NULL::uuid AS compensates,
                   i.bank, i.attempt, i.status AS bank_status, i.status_reason, i.bank_ref, i.status_at
              FROM (SELECT *, NULL::uuid AS payment_id, 'REGULAR' AS kind, 'NOT_ELIGIBLE' AS status, false AS warned
                      FROM ineligible_family) p
              JOIN payment_cycle c USING (cycle_id)
              LEFT JOIN latest_attempt i ON false
            """;

    private final Database database;

    JdbcPaymentLists(Database database) {
        this.database = database;
    }

    @Override
    public List<PaymentLine> lines(Filter filter) {
        boolean nothing = NOT_ELIGIBLE.equals(filter.status());
        Conditions where =
                inCycle(filter.cycleId(), filter.scope())
                        .andIfGiven("p.status = ?", filter.status())
                        .andIfGiven("p.warned = ?", filter.warned())
                        .andIfGiven("p.kpm_id = ?", filter.kpmId());
        if (!nothing) {
            where.and(PAID_SOMETHING);
        }
        atBank(filter, where);
        if (filter.area() != null) {
            within(filter.area(), where);
        }
        if (filter.after() != null) {
            ListPosition after = filter.after();
            where.and(
                    "(p.village_code, p.kpm_id, p.kind) > (?, ?, ?)",
                    after.villageCode(),
                    after.kpmId(),
                    after.kind());
        }
        return database.query(
                (nothing ? FAMILIES_WITH_NOTHING : PAYMENTS)
                        + " WHERE "
                        + where.sql()
                        + " ORDER BY p.village_code, p.kpm_id, p.kind LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", filter.limit() + 1)
                                .map((row, context) -> line(row))
                                .list());
    }

    /**
     * The status is a literal in the statement, so that the planner knows how many payments have
     * it. It then uses an index for a rare status, and scans the list for a common one.
     */
    private static void atBank(Filter filter, Conditions where) {
        ShownStatus status = filter.atBank();
        if (status != null) {
            where.and(isShownAs(status));
        }
        where.andIfGiven("i.bank = ?", filter.bank());
        if (filter.refusal() != null) {
            where.and("i.status_reason = ? AND i.is_unsettled", filter.refusal());
        }
    }

    /**
     * Uses the stored status where possible, because the planner has no statistics on the derived
     * status.
     */
    private static String isShownAs(ShownStatus status) {
        String own = "i.own_status = '" + status + "'";
        String planned = "i.own_status = 'PLANNED' AND i.status = '" + status + "'";
        return switch (status) {
            case PLANNED, SEALED, APPROVED -> planned;
            case SENT -> own + " OR " + planned;
            case REJECTED, RETURNED, UNKNOWN -> own + " AND i.is_unsettled";
            case ACCEPTED, CREDITED -> own;
            case NOT_INSTRUCTED -> "i.instruction_id IS NULL";
        };
    }

    @Override
    public List<StatusSum> sums(UUID cycleId, AreaScope scope) {
        Conditions where = inCycle(cycleId, scope).and(PAID_SOMETHING);
        return database.query(
                "SELECT p.kind, p.status, count(*) AS payments, sum(p.amount_idr)::bigint AS amount_idr,"
                        + " count(*) FILTER (WHERE p.warned) AS warned FROM payment p WHERE "
                        + where.sql()
                        + " GROUP BY p.kind, p.status ORDER BY p.kind DESC, p.status",
                q -> q.bindMap(where.values()).map(database.rowsAs(StatusSum.class)).list());
    }

    @Override
    public List<ReasonCount> notEligible(UUID cycleId, AreaScope scope) {
        Conditions where = inCycle(cycleId, scope);
        return database.query(
                "SELECT p.reasons[1] AS reason, count(*) AS families FROM ineligible_family p WHERE "
                        + where.sql()
                        + " GROUP BY 1 ORDER BY 1",
                q -> q.bindMap(where.values()).map(database.rowsAs(ReasonCount.class)).list());
    }

    @Override
    public Optional<PaymentLine> one(UUID paymentId) {
        return database.query(
                PAYMENTS + " WHERE p.payment_id = :payment",
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

    private static Conditions inCycle(UUID cycleId, AreaScope scope) {
        return within(scope, new Conditions().and("p.cycle_id = ?", cycleId));
    }

    private static Conditions within(AreaScope scope, Conditions where) {
        return scope.isEverywhere()
                ? where
                : where.andAnyAreaCollatedC("p.village_code", scope.codes());
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
