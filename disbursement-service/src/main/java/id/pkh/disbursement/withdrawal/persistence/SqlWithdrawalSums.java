package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.area.persistence.AreasInOrder;
import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import id.pkh.disbursement.withdrawal.WithdrawalSums;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SqlWithdrawalSums implements WithdrawalSums {

    private static final String SUMS =
            """
            SELECT left(i.village_code, :chars) AS area_code, i.status = 'CREDITED' AS is_credited, r.outcome,
                   r.reason_code, count(*) AS payments, sum(i.amount_idr)::bigint AS payment_idr,
                   coalesce(sum(r.amount_idr), 0)::bigint AS withdrawn_idr
              FROM (%s) i
              LEFT JOIN latest_withdrawal_report r ON r.payment_id = i.payment_id AND r.outcome <> 'RETRACTED'
             GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
            """;

    private static final String OF_AREAS =
            " AND left(i.village_code, :chars) = ANY (:areas) AND i.village_code >= :first"
                    + " AND i.village_code < :last || '/'";

    private final Database database;
    private final AreasInOrder inOrder;

    SqlWithdrawalSums(Database database, AreasInOrder inOrder) {
        this.database = database;
        this.inOrder = inOrder;
    }

    @Override
    public List<String> areas(Selection selection, int codeChars, String after, int limit) {
        return inOrder.of(
                "payment_instruction i", SqlSentPayments.in(selection), codeChars, after, limit);
    }

    @Override
    public List<WithdrawalSum> sums(Selection selection, int codeChars, List<String> areas) {
        if (areas.isEmpty()) {
            return List.of();
        }
        Conditions where = SqlSentPayments.in(selection);
        return database.queryWithFreshPlan(
                SUMS.formatted(SentPaymentRows.TOGETHER + where.sql() + OF_AREAS),
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
