package id.pkh.disbursement.difference.persistence;

import id.pkh.disbursement.difference.TwoCycles;
import id.pkh.disbursement.difference.domain.ListedPayment;
import id.pkh.disbursement.kpm.domain.KpmStatus;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.payment.persistence.PaymentJson;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlTwoCycles implements TwoCycles {

    private static final String BEFORE =
            """
            SELECT former.cycle_id
              FROM payment_cycle c
              JOIN payment_cycle former ON former.channel = c.channel AND former.covers_until < c.covers_from
             WHERE c.cycle_id = :cycle
             ORDER BY former.covers_until DESC LIMIT 1
            """;

    /**
     * A window of each list by its index, and then what both cycles have about its families. A
     * family that moved is where it is now.
     */
    private static final String WINDOW =
            """
            WITH place AS MATERIALIZED (
                (SELECT p.village_code, p.kpm_id FROM payment p
                  WHERE p.cycle_id = :cycle AND p.kind = 'REGULAR' AND %1$s
                  ORDER BY p.village_code, p.kpm_id LIMIT :limit)
                UNION ALL
                (SELECT p.village_code, p.kpm_id FROM payment p
                  WHERE p.cycle_id = :former AND p.kind = 'REGULAR' AND %1$s
                    AND NOT EXISTS (SELECT FROM payment now WHERE now.kpm_id = p.kpm_id AND now.cycle_id = :cycle
                                       AND now.kind = 'REGULAR' OFFSET 0)
                  ORDER BY p.village_code, p.kpm_id LIMIT :limit)
                ORDER BY 1, 2 LIMIT :limit)
            SELECT place.kpm_id, place.village_code,
                   n.payment_id, n.status, n.amount_idr, coalesce(n.reasons, ni.reasons) AS reasons,
                   coalesce(n.lines, ni.lines) AS lines,
                   f.payment_id AS former_payment_id, f.status AS former_status, f.amount_idr AS former_amount_idr,
                   coalesce(f.reasons, fi.reasons) AS former_reasons, coalesce(f.lines, fi.lines) AS former_lines,
                   k.status AS family_status
              FROM place
              LEFT JOIN payment n ON n.kpm_id = place.kpm_id AND n.cycle_id = :cycle AND n.kind = 'REGULAR'
              LEFT JOIN payment f ON f.kpm_id = place.kpm_id AND f.cycle_id = :former AND f.kind = 'REGULAR'
              LEFT JOIN ineligible_family ni ON ni.kpm_id = place.kpm_id AND ni.cycle_id = :cycle
              LEFT JOIN ineligible_family fi ON fi.kpm_id = place.kpm_id AND fi.cycle_id = :former
              LEFT JOIN kpm k ON k.kpm_id = place.kpm_id
             ORDER BY place.village_code, place.kpm_id
            """;

    private static final String SUMS =
            """
            SELECT coalesce(f.status, 'NOT_ELIGIBLE') AS former_status, coalesce(n.status, 'NOT_ELIGIBLE') AS status,
                   sign(coalesce(n.paid, 0) - coalesce(f.paid, 0))::int AS comparison,
                   coalesce(f.paid, 0) > 0 AS was_paid, coalesce(n.paid, 0) > 0 AS is_paid, count(*) AS families,
                   coalesce(sum(f.paid), 0)::bigint AS former_idr, coalesce(sum(n.paid), 0)::bigint AS present_idr
              FROM (SELECT kpm_id, village_code, status, CASE status WHEN 'PAYABLE' THEN amount_idr ELSE 0 END AS paid
                      FROM payment WHERE cycle_id = :cycle AND kind = 'REGULAR') n
              FULL JOIN (SELECT kpm_id, village_code, status, CASE status WHEN 'PAYABLE' THEN amount_idr ELSE 0 END AS paid
                           FROM payment WHERE cycle_id = :former AND kind = 'REGULAR') f ON f.kpm_id = n.kpm_id
             WHERE %s
             GROUP BY 1, 2, 3, 4, 5
            """;

    private final Database database;

    SqlTwoCycles(Database database) {
        this.database = database;
    }

    @Override
    public Optional<UUID> before(UUID cycleId) {
        return database.query(BEFORE, q -> q.bind("cycle", cycleId).mapTo(UUID.class).findOne());
    }

    @Override
    public List<FamilyInBoth> after(Selection selection, Position position, int limit) {
        Conditions where = within(selection, "p.village_code");
        if (position != null) {
            where.and(
                    "(p.village_code, p.kpm_id) > (?, ?)",
                    position.villageCode(),
                    position.kpmId());
        }
        return database.queryWithFreshPlan(
                WINDOW.formatted(where.sql()),
                q ->
                        q.bindMap(where.values())
                                .bind("cycle", selection.cycleId())
                                .bind("former", selection.formerId())
                                .bind("limit", limit)
                                .map((row, context) -> family(row, selection.isSealed()))
                                .list());
    }

    @Override
    public List<StatusSum> sums(Selection selection) {
        Conditions where = within(selection, "coalesce(n.village_code, f.village_code)");
        return database.queryWithFreshPlan(
                SUMS.formatted(where.sql()),
                q ->
                        q.bindMap(where.values())
                                .bind("cycle", selection.cycleId())
                                .bind("former", selection.formerId())
                                .map(database.rowsAs(StatusSum.class))
                                .list());
    }

    private static Conditions within(Selection selection, String column) {
        Conditions where = new Conditions();
        within(selection.scope(), column, where);
        if (selection.area() != null) {
            within(selection.area(), column, where);
        }
        return where;
    }

    private static void within(AreaScope scope, String column, Conditions where) {
        if (!scope.isEverywhere()) {
            where.andAnyAreaCollatedC(column, scope.codes());
        }
    }

    private static FamilyInBoth family(ResultSet row, boolean isSealed) throws SQLException {
        return new FamilyInBoth(
                row.getObject("kpm_id", UUID.class),
                row.getString("village_code"),
                row.getObject("payment_id", UUID.class),
                row.getObject("former_payment_id", UUID.class),
                payment(row, "former_", ListedPayment.NONE),
                payment(row, "", isSealed ? ListedPayment.NONE : withoutRow(row)));
    }

    private static ListedPayment withoutRow(ResultSet row) throws SQLException {
        String status = row.getString("family_status");
        return status == null || new KpmStatus(status).isMember()
                ? ListedPayment.NONE
                : ListedPayment.OUTSIDE;
    }

    private static ListedPayment payment(ResultSet row, String prefix, ListedPayment ifNone)
            throws SQLException {
        Array reasons = row.getArray(prefix + "reasons");
        if (reasons == null) {
            return ifNone;
        }
        String status = row.getString(prefix + "status");
        return new ListedPayment(
                status == null ? PaymentStatus.NOT_ELIGIBLE : PaymentStatus.valueOf(status),
                row.getLong(prefix + "amount_idr"),
                List.of((String[]) reasons.getArray()),
                PaymentJson.lines(row.getString(prefix + "lines")));
    }
}
