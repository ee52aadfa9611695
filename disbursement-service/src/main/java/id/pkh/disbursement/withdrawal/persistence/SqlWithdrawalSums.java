package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import id.pkh.disbursement.withdrawal.WithdrawalSums;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SqlWithdrawalSums implements WithdrawalSums {

    /**
     * From one area to the next by the index of instructions, without reading what lies between. A
     * slash follows the full stop: everything below an area comes before it.
     */
    private static final String AREAS =
            """
            WITH RECURSIVE area (code, number) AS (
                SELECT (SELECT i.village_code FROM payment_instruction i WHERE %1$s
                           AND i.village_code >= :after ORDER BY i.village_code LIMIT 1), 1
                UNION ALL
                SELECT (SELECT i.village_code FROM payment_instruction i WHERE %1$s
                           AND i.village_code >= left(area.code, :chars) || '/' ORDER BY i.village_code LIMIT 1),
                       area.number + 1
                  FROM area WHERE area.code IS NOT NULL AND area.number <= :limit)
            SELECT left(code, :chars) FROM area WHERE code IS NOT NULL ORDER BY number
            """;

    private static final String SUMS =
            """
            SELECT left(i.village_code, :chars) AS area_code, i.own_status = 'CREDITED' AS is_credited, r.outcome,
                   r.reason_code, count(*) AS payments, sum(i.amount_idr)::bigint AS payment_idr,
                   coalesce(sum(r.amount_idr), 0)::bigint AS withdrawn_idr
              FROM sent_payment i
              LEFT JOIN latest_withdrawal_report r ON r.payment_id = i.payment_id AND r.outcome <> 'RETRACTED'
             WHERE left(i.village_code, :chars) = ANY (:areas) AND i.village_code >= :first
               AND i.village_code < :last || '/' AND %s
             GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
            """;

    private final Database database;

    SqlWithdrawalSums(Database database) {
        this.database = database;
    }

    @Override
    public List<String> areas(Selection selection, int codeChars, String after, int limit) {
        Conditions where = SqlSentPayments.in(selection);
        return database.queryWithFreshPlan(
                AREAS.formatted(where.sql()),
                q ->
                        q.bindMap(where.values())
                                .bind("chars", codeChars)
                                .bind("after", after == null ? "" : after + "/")
                                .bind("limit", limit)
                                .mapTo(String.class)
                                .list());
    }

    @Override
    public List<WithdrawalSum> sums(Selection selection, int codeChars, List<String> areas) {
        if (areas.isEmpty()) {
            return List.of();
        }
        Conditions where = SqlSentPayments.in(selection);
        return database.queryWithFreshPlan(
                SUMS.formatted(where.sql()),
                q ->
                        q.bindMap(where.values())
                                .bind("chars", codeChars)
                                .bind("areas", SqlArrays.texts(areas))
                                .bind("first", areas.get(0))
                                .bind("last", areas.get(areas.size() - 1))
                                .map(database.rowsAs(WithdrawalSum.class))
                                .list());
    }
}
