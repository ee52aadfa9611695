package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.withdrawal.PaymentKey;
import id.pkh.disbursement.withdrawal.ReportablePayments;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

@ApplicationScoped
class SqlReportablePayments implements ReportablePayments {

    private static final String SELECT =
            """
            SELECT p.payment_id, p.kpm_id, p.cycle_id, c.cycle_code, c.covers_from AS cycle_from,
                   s.list_sha256 AS seal_sha256, p.village_code, p.amount_idr,
                   (SELECT min(b.sent_at) FROM payment_instruction i JOIN payment_batch b USING (batch_id)
                     WHERE i.payment_id = p.payment_id AND i.status <> 'VOIDED' AND b.status = 'SENT') AS sent_at
              FROM payment p JOIN payment_cycle c USING (cycle_id) LEFT JOIN cycle_seal s USING (cycle_id)
            """;
    private static final String BY_ID = SELECT + " WHERE p.payment_id = ANY (:payments)";
    private static final String BY_FAMILY =
            SELECT + " WHERE (p.kpm_id, c.cycle_code) IN (SELECT * FROM unnest(:kpms, :cycles))";

    private static final Comparator<ReportablePayment> SENT_FIRST =
            Comparator.comparing(payment -> payment.sentAt() == null);

    private final Database database;

    SqlReportablePayments(Database database) {
        this.database = database;
    }

    @Override
    public Map<PaymentKey, ReportablePayment> named(Collection<PaymentKey> keys) {
        Map<PaymentKey, ReportablePayment> named = new HashMap<>();
        List<UUID> ids =
                keys.stream()
                        .filter(key -> key.paymentId() != null)
                        .map(PaymentKey::paymentId)
                        .toList();
        for (ReportablePayment payment : read(BY_ID, ids, q -> bindIds(q, ids))) {
            named.put(PaymentKey.of(payment.paymentId()), payment);
        }
        List<PaymentKey> families = keys.stream().filter(key -> key.paymentId() == null).toList();
        read(BY_FAMILY, families, q -> bindFamilies(q, families)).stream()
                .sorted(SENT_FIRST)
                .forEach(
                        payment ->
                                named.putIfAbsent(
                                        PaymentKey.of(payment.kpmId(), payment.cycleCode()),
                                        payment));
        return named;
    }

    private List<ReportablePayment> read(
            String sql, Collection<?> keys, UnaryOperator<Query> bind) {
        return keys.isEmpty()
                ? List.of()
                : database.query(
                        sql,
                        q -> bind.apply(q).map(database.rowsAs(ReportablePayment.class)).list());
    }

    private static Query bindIds(Query query, List<UUID> ids) {
        return query.bind("payments", SqlArrays.uuids(ids));
    }

    private static Query bindFamilies(Query query, List<PaymentKey> families) {
        return query.bind("kpms", SqlArrays.uuids(families, PaymentKey::kpmId))
                .bind("cycles", SqlArrays.texts(families, PaymentKey::cycleCode));
    }
}
