package id.pkh.disbursement.status.persistence;

import id.pkh.disbursement.status.PaymentProgressLines;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SqlPaymentProgressLines implements PaymentProgressLines {

    private static final String IN_ORDER = " ORDER BY p.village_code, p.kpm_id, p.kind";

    /**
     * The page is read first, from the indexes of both tables, then what is known of its payments
     * by their keys. A family that lost its payment is among those that are not eligible.
     */
    private static final String FACTS =
            """
            SELECT p.kpm_id, p.village_code, p.kind, p.amount_idr, p.status,
                   coalesce(i.status, 'NOT_INSTRUCTED') AS at_bank,
                   CASE WHEN i.status IN ('REJECTED', 'RETURNED') THEN i.status_reason END AS bank_reason,
                   (i.status_at AT TIME ZONE 'Asia/Jakarta')::date AS status_on,
                   p.status <> 'PAYABLE' AND m.payment_id IS NOT NULL AS is_compensated,
                   i.instruction_id IS NULL AND e.payment_id IS NOT NULL AS is_left_out,
                   t.payment_id IS NOT NULL AS is_taken_out,
                   coalesce(i.status = 'CREDITED' AND r.outcome = 'WITHDRAWN', false) AS is_withdrawn
              FROM (SELECT p.* FROM (
                      (SELECT p.payment_id, p.kpm_id, p.village_code, p.kind, p.amount_idr, p.status
                         FROM payment p WHERE p.status <> 'NOT_ELIGIBLE' AND %1$s %2$s)
                      UNION ALL
                      (SELECT NULL, p.kpm_id, p.village_code, p.kind, 0, 'NOT_ELIGIBLE'
                         FROM (SELECT f.*, 'REGULAR' AS kind FROM ineligible_family f) p WHERE %1$s %2$s)) p
                     %2$s) p
              LEFT JOIN latest_attempt i ON i.payment_id = p.payment_id AND i.cycle_id = :cycle
              LEFT JOIN payment m ON m.compensates = p.payment_id
              LEFT JOIN bank_exception e ON e.payment_id = p.payment_id AND e.exception_class = 'NOT_INSTRUCTED'
                                        AND e.state <> 'RESOLVED'
              LEFT JOIN (SELECT c.payment_id FROM bank_exception c JOIN taken_out_payment USING (instruction_id)
                          WHERE c.cycle_id = :cycle AND c.exception_class = 'CORRECTION_PENDING' AND c.state <> 'RESOLVED') t
                     ON t.payment_id = p.payment_id
              LEFT JOIN latest_withdrawal_report r ON r.payment_id = p.payment_id
            """
                    + IN_ORDER;

    private static final String WITHOUT_LINE =
            """
            SELECT k.kpm_id, k.village_code, NULL AS kind, 0 AS amount_idr, NULL AS status,
                   'NOT_INSTRUCTED' AS at_bank, NULL AS bank_reason, NULL::date AS status_on,
                   false AS is_compensated, false AS is_left_out, false AS is_taken_out, false AS is_withdrawn
              FROM kpm k
             WHERE NOT EXISTS (SELECT FROM payment p WHERE p.cycle_id = :cycle AND p.kpm_id = k.kpm_id
                                                       AND p.status <> 'NOT_ELIGIBLE')
               AND NOT EXISTS (SELECT FROM ineligible_family f WHERE f.cycle_id = :cycle AND f.kpm_id = k.kpm_id)
               AND %s
             ORDER BY k.village_code, k.kpm_id
            """;

    private final Database database;

    SqlPaymentProgressLines(Database database) {
        this.database = database;
    }

    @Override
    public List<LineRow> list(UUID cycleId, AreaScope scope, Position after, int limit) {
        Conditions which = lines(cycleId, scope);
        if (after != null) {
            which.and(
                    "(p.village_code, p.kpm_id, p.kind) > (?, ?, ?)",
                    after.villageCode(),
                    after.kpmId(),
                    after.kind());
        }
        return database.queryWithFreshPlan(
                FACTS.formatted(which.sql(), IN_ORDER + " LIMIT :limit"),
                q ->
                        q.bindMap(which.values())
                                .bind("cycle", cycleId)
                                .bind("limit", limit)
                                .map(database.rowsAs(LineRow.class))
                                .list());
    }

    @Override
    public List<LineRow> of(UUID cycleId, AreaScope scope, Collection<UUID> kpmIds) {
        Conditions which = lines(cycleId, scope).and("p.kpm_id = ANY (?)", SqlArrays.uuids(kpmIds));
        List<LineRow> found =
                new ArrayList<>(read(FACTS.formatted(which.sql(), ""), which, cycleId));
        Conditions others =
                within(scope, "k.village_code", new Conditions())
                        .and("k.kpm_id = ANY (?)", SqlArrays.uuids(kpmIds));
        found.addAll(read(WITHOUT_LINE.formatted(others.sql()), others, cycleId));
        return found;
    }

    private List<LineRow> read(String sql, Conditions which, UUID cycleId) {
        return database.query(
                sql,
                q ->
                        q.bindMap(which.values())
                                .bind("cycle", cycleId)
                                .map(database.rowsAs(LineRow.class))
                                .list());
    }

    private static Conditions lines(UUID cycleId, AreaScope scope) {
        return within(scope, "p.village_code", new Conditions().and("p.cycle_id = ?", cycleId));
    }

    private static Conditions within(AreaScope scope, String column, Conditions which) {
        return scope.isEverywhere() ? which : which.andAnyAreaCollatedC(column, scope.codes());
    }
}
