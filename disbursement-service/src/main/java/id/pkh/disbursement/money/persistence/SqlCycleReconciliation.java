package id.pkh.disbursement.money.persistence;

import id.pkh.disbursement.money.CycleReconciliation;
import id.pkh.disbursement.money.domain.MoneyBalance.Tally;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SqlCycleReconciliation implements CycleReconciliation {

    /** A voided attempt never reached a bank, so its payment counts as not instructed. */
    private static final String POSITIONS =
            """
            SELECT p.kind, i.bank, coalesce(i.status, 'NOT_INSTRUCTED') AS status,
                   count(*) AS payments, sum(p.amount_idr)::bigint AS amount_idr
              FROM payment p
              LEFT JOIN latest_attempt i ON i.payment_id = p.payment_id AND i.cycle_id = p.cycle_id
             WHERE p.cycle_id = :cycle AND p.status = 'PAYABLE'
             GROUP BY 1, 2, 3
             ORDER BY 1 DESC, 2 NULLS FIRST, 3
            """;

    private static final String UNBALANCED =
            """
            SELECT count(*) AS count, coalesce(sum(abs(b.amount_idr - i.amount_idr)), 0)::bigint AS amount_idr
              FROM payment_batch b
              JOIN (SELECT i.batch_id, count(*) FILTER (WHERE t.instruction_id IS NULL) AS payments,
                           coalesce(sum(i.amount_idr) FILTER (WHERE t.instruction_id IS NULL), 0) AS amount_idr
                      FROM payment_instruction i LEFT JOIN taken_out_payment t USING (instruction_id)
                     WHERE i.cycle_id = :cycle GROUP BY i.batch_id) i USING (batch_id)
             WHERE b.cycle_id = :cycle AND b.status <> 'PREPARING'
               AND (b.payments <> i.payments OR b.amount_idr <> i.amount_idr)
            """;

    private static final String PAID_TWICE =
            """
            SELECT count(*) AS count, coalesce(sum(surplus_idr), 0)::bigint AS amount_idr
              FROM (SELECT payment_id, sum(amount_idr) - max(amount_idr) AS surplus_idr FROM payment_instruction
                     WHERE cycle_id = :cycle AND status = 'CREDITED'
                     GROUP BY payment_id HAVING count(*) > 1) twice
            """;

    private final Database database;

    SqlCycleReconciliation(Database database) {
        this.database = database;
    }

    @Override
    public List<Position> positions(UUID cycleId) {
        return database.query(
                POSITIONS,
                q -> q.bind("cycle", cycleId).map(database.rowsAs(Position.class)).list());
    }

    @Override
    public Tally unbalancedBatches(UUID cycleId) {
        return tally(UNBALANCED, cycleId);
    }

    @Override
    public Tally paidTwice(UUID cycleId) {
        return tally(PAID_TWICE, cycleId);
    }

    private Tally tally(String sql, UUID cycleId) {
        return database.query(
                sql, q -> q.bind("cycle", cycleId).map(database.rowsAs(Tally.class)).one());
    }
}
