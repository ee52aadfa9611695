package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.platform.figures.CountedRows;
import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/** Counts the payments of the cycle that pays for the end of the month, and what was withdrawn. */
@Singleton
class WithdrawalFigures extends CountedRows {

    private static final String SQL =
            """
            WITH sent AS (
                SELECT i.village_code, i.status = 'CREDITED' AS is_credited, i.amount_idr,
                       r.outcome, r.reason_code, r.amount_idr AS withdrawn_idr
                  FROM (%s i.cycle_id = ANY (ARRAY(SELECT c.cycle_id FROM payment_cycle c
                                                     WHERE :month_end BETWEEN c.covers_from AND c.covers_until))
                           AND %s) i
                  LEFT JOIN latest_withdrawal_report r ON r.payment_id = i.payment_id AND r.outcome <> 'RETRACTED'),
            counted AS (
                SELECT village_code, 'PAYMENTS_SENT' AS figure, '' AS item, count(*) AS value FROM sent GROUP BY 1
                UNION ALL
                SELECT village_code, 'PAYMENTS_SENT_IDR', '', sum(amount_idr) FROM sent GROUP BY 1
                UNION ALL
                SELECT village_code, 'PAYMENTS_CREDITED', '', count(*) FROM sent WHERE is_credited GROUP BY 1
                UNION ALL
                SELECT village_code, 'PAYMENTS_CREDITED_IDR', '', sum(amount_idr) FROM sent
                 WHERE is_credited GROUP BY 1
                UNION ALL
                SELECT village_code, 'WITHDRAWN', '', count(*) FROM sent
                 WHERE outcome = 'WITHDRAWN' GROUP BY 1
                UNION ALL
                SELECT village_code, 'WITHDRAWN_IDR', '', sum(withdrawn_idr) FROM sent
                 WHERE outcome = 'WITHDRAWN' GROUP BY 1
                UNION ALL
                SELECT village_code, 'NOT_WITHDRAWN', reason_code, count(*) FROM sent
                 WHERE outcome = 'NOT_WITHDRAWN' GROUP BY 1, 3
                UNION ALL
                SELECT village_code, 'WITHDRAWAL_NOT_REPORTED', '', count(*) FROM sent
                 WHERE outcome IS NULL GROUP BY 1)
            SELECT village_code, NULL AS group_code, figure, item, value::bigint FROM counted WHERE value > 0
            """;

    WithdrawalFigures(Database database) {
        super(
                database,
                "PAYMENTS_SENT",
                "PAYMENTS_SENT_IDR",
                "PAYMENTS_CREDITED",
                "PAYMENTS_CREDITED_IDR",
                "WITHDRAWN",
                "WITHDRAWN_IDR",
                "NOT_WITHDRAWN",
                "WITHDRAWAL_NOT_REPORTED");
    }

    @Override
    protected String sql(String visible) {
        return SQL.formatted(SentPaymentRows.TOGETHER, visible);
    }

    @Override
    protected String areaColumn() {
        return "i.village_code";
    }

    @Override
    protected boolean isCollatedC() {
        return true;
    }
}
