package id.pkh.disbursement.payment.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.payment.PaymentLists;
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
    private static final int HISTORY_ROWS_MAX = 500;

    private static final String PAYMENTS =
            """
            SELECT p.payment_id, p.kpm_id, p.village_code, c.cycle_code, p.kind,
                   c.status = 'SEALED' AND p.kind = 'REGULAR' AS sealed, p.amount_idr, p.status, p.warned, p.reasons,
                   p.blocked_by, p.lines, p.steps, p.compensates
              FROM payment p JOIN payment_cycle c USING (cycle_id)
            """;

    private static final String FAMILIES_WITH_NOTHING =
            """
            SELECT NULL::uuid AS payment_id, p.kpm_id, p.village_code, c.cycle_code, p.kind,
                   c.status = 'SEALED' AS sealed, 0 AS amount_idr, p.status, p.warned, p.reasons,
                   '{}'::uuid[] AS blocked_by, p.lines, '[]'::jsonb AS steps, NULL::uuid AS compensates
              FROM (SELECT *, 'REGULAR' AS kind, 'NOT_ELIGIBLE' AS status, false AS warned FROM ineligible_family) p
              JOIN payment_cycle c USING (cycle_id)
            """;

    private final Database database;

    JdbcPaymentLists(Database database) {
        this.database = database;
    }

    @Override
    public List<PaymentLine> lines(Filter filter) {
        Conditions where = new Conditions();
        where.add("p.cycle_id = ?", p -> p.uuid(filter.cycleId()));
        boolean nothing = NOT_ELIGIBLE.equals(filter.status());
        if (!nothing) {
            where.add("p.status <> 'NOT_ELIGIBLE'", p -> {});
        }
        if (filter.status() != null) {
            where.add("p.status = ?", p -> p.text(filter.status()));
        }
        if (filter.warned() != null) {
            where.add("p.warned = ?", p -> p.flag(filter.warned()));
        }
        if (filter.kpmId() != null) {
            where.add("p.kpm_id = ?", p -> p.uuid(filter.kpmId()));
        }
        if (filter.area() != null) {
            where.within(filter.area());
        }
        where.within(filter.scope());
        if (filter.after() != null) {
            ListPosition after = filter.after();
            where.add(
                    "(p.village_code, p.kpm_id, p.kind) > (?, ?, ?)",
                    p -> p.text(after.villageCode()).uuid(after.kpmId()).text(after.kind()));
        }
        return database.list(
                (nothing ? FAMILIES_WITH_NOTHING : PAYMENTS)
                        + where.sql()
                        + " ORDER BY p.village_code, p.kpm_id, p.kind LIMIT ?",
                p -> {
                    where.bind(p);
                    p.number(filter.limit() + 1L);
                },
                JdbcPaymentLists::line);
    }

    @Override
    public List<StatusSum> sums(UUID cycleId, AreaScope scope) {
        Conditions where = new Conditions();
        where.add("p.cycle_id = ? AND p.status <> 'NOT_ELIGIBLE'", p -> p.uuid(cycleId));
        where.within(scope);
        return database.list(
                "SELECT p.kind, p.status, count(*) AS payments, sum(p.amount_idr)::bigint AS amount_idr,"
                        + " count(*) FILTER (WHERE p.warned) AS warned FROM payment p "
                        + where.sql()
                        + " GROUP BY p.kind, p.status ORDER BY p.kind DESC, p.status",
                where::bind,
                row ->
                        new StatusSum(
                                row.getString("kind"),
                                row.getString("status"),
                                row.getLong("payments"),
                                row.getLong("amount_idr"),
                                row.getLong("warned")));
    }

    @Override
    public List<ReasonCount> notEligible(UUID cycleId, AreaScope scope) {
        Conditions where = new Conditions();
        where.add("p.cycle_id = ?", p -> p.uuid(cycleId));
        where.within(scope);
        return database.list(
                "SELECT p.reasons[1] AS reason, count(*) AS families FROM ineligible_family p "
                        + where.sql()
                        + " GROUP BY 1 ORDER BY 1",
                where::bind,
                row -> new ReasonCount(row.getString("reason"), row.getLong("families")));
    }

    @Override
    public Optional<PaymentLine> one(UUID paymentId) {
        return database.first(
                PAYMENTS + " WHERE p.payment_id = ?",
                p -> p.uuid(paymentId),
                JdbcPaymentLists::line);
    }

    @Override
    public List<Change> history(UUID paymentId) {
        return database.list(
                "SELECT * FROM payment_history WHERE payment_id = ? ORDER BY payment_history_id LIMIT ?",
                p -> p.uuid(paymentId).number(HISTORY_ROWS_MAX),
                row ->
                        new Change(
                                row.getString("old_status"),
                                row.getString("new_status"),
                                row.getLong("amount_idr"),
                                row.getBoolean("warned"),
                                texts(row, "reasons"),
                                ids(row, "blocked_by"),
                                row.getString("cause"),
                                row.getString("cause_id"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
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
                row.getObject("compensates", UUID.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }
}
