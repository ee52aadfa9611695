package id.pkh.disbursement.situation.persistence;

import id.pkh.disbursement.situation.PaymentFacts;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class SqlPaymentFacts implements PaymentFacts {

    private static final String FACTS =
            """
            SELECT p.payment_id, c.covers_from, c.covers_until, c.status = 'SEALED' AS is_sealed,
                   m.payment_id AS compensated_by, e.reason AS left_out_reason, e.found_at AS left_out_at,
                   t.reason AS taken_out_reason, t.found_at AS taken_out_at,
                   r.outcome, r.reason_code AS withdrawal_reason
              FROM payment p
              JOIN payment_cycle c USING (cycle_id)
              LEFT JOIN payment m ON m.compensates = p.payment_id
              LEFT JOIN bank_exception e ON e.payment_id = p.payment_id AND e.exception_class = 'NOT_INSTRUCTED'
                                        AND e.state <> 'RESOLVED'
              LEFT JOIN bank_exception t ON t.payment_id = p.payment_id AND t.exception_class = 'CORRECTION_PENDING'
                                        AND t.state <> 'RESOLVED'
                                        AND EXISTS (SELECT FROM taken_out_payment o WHERE o.instruction_id = t.instruction_id)
              LEFT JOIN latest_withdrawal_report r ON r.payment_id = p.payment_id AND r.outcome <> 'RETRACTED'
             WHERE p.payment_id = ANY (:payments)
            """;

    private final Database database;

    SqlPaymentFacts(Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, OtherFacts> of(Collection<UUID> paymentIds) {
        return database.query(
                FACTS,
                q ->
                        q.bind("payments", SqlArrays.uuids(paymentIds))
                                .map(database.rowsAs(OtherFacts.class))
                                .collectToMap(OtherFacts::paymentId, Function.identity()));
    }
}
