package id.pkh.disbursement.money.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.money.CycleMoney;
import id.pkh.disbursement.money.domain.MoneyBalance.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JdbcCycleMoney implements CycleMoney {

    /** A voided attempt was never money at a bank, so its payment is not instructed. */
    private static final String PLACES =
            """
            SELECT p.kind, b.bank, coalesce(i.state, 'NOT_INSTRUCTED') AS state,
                   count(*) AS payments, sum(p.amount_idr)::bigint AS amount_idr
              FROM payment p
              LEFT JOIN (SELECT DISTINCT ON (payment_id) payment_id, batch_id, state FROM instruction_state
                          WHERE cycle_id = ? AND state <> 'VOIDED' ORDER BY payment_id, attempt DESC) i USING (payment_id)
              LEFT JOIN payment_batch b USING (batch_id)
             WHERE p.cycle_id = ? AND p.status = 'PAYABLE'
             GROUP BY 1, 2, 3
             ORDER BY 1 DESC, 2 NULLS FIRST, 3
            """;

    private static final String UNBALANCED =
            """
            SELECT count(*), coalesce(sum(abs(b.amount_idr - i.amount_idr)), 0)::bigint
              FROM payment_batch b
              JOIN (SELECT batch_id, count(*) AS payments, sum(amount_idr) AS amount_idr FROM payment_instruction
                     WHERE cycle_id = ? GROUP BY batch_id) i USING (batch_id)
             WHERE b.cycle_id = ? AND b.status <> 'PREPARING'
               AND (b.payments <> i.payments OR b.amount_idr <> i.amount_idr)
            """;

    private static final String PAID_TWICE =
            """
            SELECT count(*), coalesce(sum(surplus_idr), 0)::bigint
              FROM (SELECT payment_id, sum(amount_idr) - max(amount_idr) AS surplus_idr FROM instruction_state WHERE cycle_id = ? AND state = 'CREDITED'
                     GROUP BY payment_id HAVING count(*) > 1) twice
            """;

    private final Database database;

    JdbcCycleMoney(Database database) {
        this.database = database;
    }

    @Override
    public List<Place> places(UUID cycleId) {
        return database.list(
                PLACES,
                p -> p.uuid(cycleId).uuid(cycleId),
                row ->
                        new Place(
                                row.getString("kind"),
                                row.getString("bank"),
                                row.getString("state"),
                                row.getLong("payments"),
                                row.getLong("amount_idr")));
    }

    @Override
    public Tally unbalancedBatches(UUID cycleId) {
        return tally(UNBALANCED, p -> p.uuid(cycleId).uuid(cycleId));
    }

    @Override
    public Tally paidTwice(UUID cycleId) {
        return tally(PAID_TWICE, p -> p.uuid(cycleId));
    }

    private Tally tally(String sql, Database.Binder binder) {
        return database.first(sql, binder, row -> new Tally(row.getLong(1), row.getLong(2)))
                .orElse(Tally.NOTHING);
    }
}
