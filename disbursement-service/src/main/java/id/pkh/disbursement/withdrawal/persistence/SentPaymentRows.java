package id.pkh.disbursement.withdrawal.persistence;

/**
 * The latest attempt of each payment that has been sent to a bank at least once, as the rows of a
 * statement: the one place that says which these are. While a new attempt is prepared, the bank has
 * refused or returned the last one.
 */
final class SentPaymentRows {

    private static final String ROWS =
            """
            SELECT i.payment_id, i.kpm_id, i.cycle_id, i.village_code, i.amount_idr, i.batch_id, i.status, i.status_at
              FROM payment_instruction i
             WHERE i.status <> 'VOIDED'
               AND NOT EXISTS (SELECT FROM payment_instruction later
                                WHERE later.payment_id = i.payment_id AND later.attempt > i.attempt
                                  AND later.status <> 'VOIDED' %1$s)
               AND (i.status <> 'PLANNED'
                    OR EXISTS (SELECT FROM payment_batch b WHERE b.batch_id = i.batch_id AND b.status = 'SENT' %1$s)
                    OR EXISTS (SELECT FROM payment_instruction former
                                WHERE former.payment_id = i.payment_id AND former.attempt < i.attempt
                                  AND former.status <> 'VOIDED' %1$s))
               AND\s""";

    /** For a window: {@code OFFSET 0} keeps the planner from joining whole tables for one. */
    static final String ONE_BY_ONE = ROWS.formatted("OFFSET 0");

    /** For sums, which join whole tables. A condition for {@code i} follows. */
    static final String TOGETHER = ROWS.formatted("");

    private SentPaymentRows() {}
}
