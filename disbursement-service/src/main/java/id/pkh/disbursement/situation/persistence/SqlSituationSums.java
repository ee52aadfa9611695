package id.pkh.disbursement.situation.persistence;

import id.pkh.disbursement.area.persistence.AreasInOrder;
import id.pkh.disbursement.situation.SituationSums;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SqlSituationSums implements SituationSums {

    /**
     * Only facts are grouped; the rule names the situations afterwards. Each table is read once:
     * what makes up for a payment, what was left out and what is reported are sets of the cycle.
     * The areas follow one another, so their first and last say which they are; a list of them
     * would make the planner expect few payments, and look up each of a million by itself.
     */
    private static final String SUMS =
            """
            SELECT left(p.village_code, :chars) AS area_code, i.bank, p.status,
                   coalesce(i.status, 'NOT_INSTRUCTED') AS at_bank,
                   p.status <> 'PAYABLE' AND m.compensates IS NOT NULL AS is_compensated,
                   i.instruction_id IS NULL AND e.payment_id IS NOT NULL AS is_left_out,
                   t.payment_id IS NOT NULL AS is_taken_out,
                   coalesce(i.status = 'CREDITED' AND r.outcome = 'WITHDRAWN', false) AS is_withdrawn,
                   coalesce(i.status = 'CREDITED'
                            AND (i.status_at AT TIME ZONE 'Asia/Jakarta')::date <= :listedUntil, false) AS is_listed,
                   count(*) AS payments, sum(p.amount_idr)::bigint AS amount_idr
              FROM payment p
              LEFT JOIN latest_attempt i ON i.payment_id = p.payment_id AND i.cycle_id = p.cycle_id
              LEFT JOIN (SELECT compensates FROM payment WHERE cycle_id = :cycle AND kind = 'COMPENSATING') m
                     ON m.compensates = p.payment_id
              LEFT JOIN (SELECT payment_id FROM bank_exception WHERE cycle_id = :cycle
                            AND exception_class = 'NOT_INSTRUCTED' AND state <> 'RESOLVED') e ON e.payment_id = p.payment_id
              LEFT JOIN (SELECT c.payment_id FROM bank_exception c JOIN taken_out_payment USING (instruction_id)
                          WHERE c.cycle_id = :cycle AND c.exception_class = 'CORRECTION_PENDING' AND c.state <> 'RESOLVED') t
                     ON t.payment_id = p.payment_id
              LEFT JOIN (SELECT payment_id, outcome FROM latest_withdrawal_report WHERE cycle_id = :cycle) r
                     ON r.payment_id = p.payment_id
             WHERE p.status <> 'NOT_ELIGIBLE' AND p.village_code >= :first
               AND p.village_code < :last || '/' AND %s
             GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY 1, 2 NULLS FIRST, 3, 4
            """;

    private final Database database;
    private final AreasInOrder areas;

    SqlSituationSums(Database database, AreasInOrder areas) {
        this.database = database;
        this.areas = areas;
    }

    @Override
    public List<String> areas(Selection selection, int codeChars, String after, int limit) {
        return areas.of(
                "payment p",
                in(selection).and("p.status <> 'NOT_ELIGIBLE'"),
                codeChars,
                after,
                limit);
    }

    @Override
    public List<FactSum> sums(Selection selection, int codeChars, List<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        Conditions where = in(selection);
        return database.queryWithFreshPlan(
                SUMS.formatted(where.sql()),
                q ->
                        q.bindMap(where.values())
                                .bind("cycle", selection.cycleId())
                                .bind("listedUntil", selection.listedUntil())
                                .bind("chars", codeChars)
                                .bind("first", codes.get(0))
                                .bind("last", codes.get(codes.size() - 1))
                                .map(database.rowsAs(FactSum.class))
                                .list());
    }

    private static Conditions in(Selection selection) {
        Conditions where = new Conditions().and("p.cycle_id = ?", selection.cycleId());
        within(selection.scope(), where);
        if (selection.area() != null) {
            within(selection.area(), where);
        }
        return where;
    }

    private static void within(AreaScope scope, Conditions where) {
        if (!scope.isEverywhere()) {
            where.andAnyAreaCollatedC("p.village_code", scope.codes());
        }
    }
}
