package id.pkh.disbursement.payment.persistence;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.jdbc.Parameters;
import id.pkh.disbursement.payment.Ineligibility;
import id.pkh.disbursement.payment.Payments;
import id.pkh.disbursement.payment.Triggers;
import id.pkh.disbursement.payment.domain.Payment;
import id.pkh.disbursement.payment.domain.PaymentChange;
import id.pkh.disbursement.payment.domain.PaymentKind;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and writes the payments of many families with one statement each. */
@ApplicationScoped
class JdbcPayments implements Payments {

    private final Database database;

    JdbcPayments(Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Payment> regular(UUID cycleId, Collection<UUID> kpmIds) {
        return database
                .list(PaymentSql.REGULAR, p -> p.uuid(cycleId).uuids(kpmIds), JdbcPayments::payment)
                .stream()
                .collect(Collectors.toMap(Payment::kpmId, Function.identity()));
    }

    @Override
    public Map<UUID, Ineligibility> ineligible(UUID cycleId, Collection<UUID> kpmIds) {
        return database
                .list(
                        PaymentSql.INELIGIBLE,
                        p -> p.uuid(cycleId).uuids(kpmIds),
                        row ->
                                new Ineligibility(
                                        row.getObject("kpm_id", UUID.class),
                                        row.getString("village_code"),
                                        texts(row, "reasons"),
                                        PaymentJson.lines(row.getString("lines"))))
                .stream()
                .collect(Collectors.toMap(Ineligibility::kpmId, Function.identity()));
    }

    @Override
    public Set<UUID> coveredElsewhere(PaymentCycle cycle, Collection<UUID> kpmIds) {
        return new HashSet<>(
                database.list(
                        PaymentSql.COVERED_ELSEWHERE,
                        p ->
                                p.uuids(kpmIds)
                                        .text(cycle.channel())
                                        .day(cycle.range().until())
                                        .day(cycle.range().from()),
                        row -> row.getObject("kpm_id", UUID.class)));
    }

    @Override
    public List<Payment> withheldInSealedCycles(Collection<UUID> kpmIds) {
        return database.list(
                PaymentSql.WITHHELD_IN_SEALED_CYCLES, p -> p.uuids(kpmIds), JdbcPayments::payment);
    }

    @Override
    public void save(List<PaymentChange> changes, Triggers triggers, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        List<Payment> rows = changes.stream().map(PaymentChange::after).toList();
        database.update(PaymentSql.SAVE, p -> bind(p.instant(now).instant(now), rows));
        remember(changes.stream().filter(PaymentChange::isRemembered).toList(), triggers, now);
    }

    @Override
    public Set<UUID> addCompensating(List<Payment> payments, Triggers triggers, Instant now) {
        if (payments.isEmpty()) {
            return Set.of();
        }
        Set<UUID> added =
                new HashSet<>(
                        database.list(
                                PaymentSql.ADD_COMPENSATING,
                                p -> bind(p.instant(now).instant(now), payments),
                                row -> row.getObject("payment_id", UUID.class)));
        remember(
                payments.stream()
                        .filter(payment -> added.contains(payment.paymentId()))
                        .map(payment -> new PaymentChange(null, payment))
                        .toList(),
                triggers,
                now);
        return added;
    }

    @Override
    public void saveIneligible(UUID cycleId, List<Ineligibility> families, Instant now) {
        if (families.isEmpty()) {
            return;
        }
        database.update(
                PaymentSql.SAVE_INELIGIBLE,
                p ->
                        p.uuid(cycleId)
                                .instant(now)
                                .uuids(column(families, Ineligibility::kpmId))
                                .texts(column(families, Ineligibility::villageCode))
                                .texts(column(families, f -> String.join(",", f.reasons())))
                                .texts(column(families, f -> PaymentJson.ofLines(f.lines()))));
    }

    @Override
    public void removeIneligible(UUID cycleId, Collection<UUID> kpmIds) {
        if (!kpmIds.isEmpty()) {
            database.update(PaymentSql.REMOVE_INELIGIBLE, p -> p.uuid(cycleId).uuids(kpmIds));
        }
    }

    private void remember(List<PaymentChange> changes, Triggers triggers, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        List<Payment> rows = changes.stream().map(PaymentChange::after).toList();
        database.update(
                PaymentSql.REMEMBER,
                p ->
                        p.instant(now)
                                .uuids(column(rows, Payment::paymentId))
                                .uuids(column(rows, Payment::kpmId))
                                .uuids(column(rows, Payment::cycleId))
                                .texts(column(changes, JdbcPayments::oldStatus))
                                .texts(column(rows, r -> r.status().name()))
                                .numbers(column(rows, r -> r.amount().amount()))
                                .flags(column(rows, Payment::isWarned))
                                .texts(column(rows, r -> String.join(",", r.reasons())))
                                .texts(column(rows, r -> ids(r.blockedBy())))
                                .texts(column(rows, r -> triggers.of(r.kpmId()).cause()))
                                .texts(column(rows, r -> triggers.of(r.kpmId()).causeId())));
    }

    private static void bind(Parameters p, List<Payment> rows) throws SQLException {
        p.uuids(column(rows, Payment::paymentId))
                .uuids(column(rows, Payment::kpmId))
                .uuids(column(rows, Payment::cycleId))
                .texts(column(rows, r -> r.kind().name()))
                .texts(column(rows, Payment::villageCode))
                .numbers(column(rows, r -> r.amount().amount()))
                .texts(column(rows, r -> r.status().name()))
                .flags(column(rows, Payment::isWarned))
                .texts(column(rows, r -> String.join(",", r.reasons())))
                .texts(column(rows, r -> ids(r.blockedBy())))
                .texts(column(rows, r -> PaymentJson.ofLines(r.lines())))
                .texts(column(rows, r -> PaymentJson.ofSteps(r.steps())))
                .uuids(column(rows, Payment::compensates));
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getObject("payment_id", UUID.class),
                row.getObject("kpm_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                PaymentKind.valueOf(row.getString("kind")),
                row.getString("village_code"),
                Rupiah.of(row.getLong("amount_idr")),
                PaymentStatus.valueOf(row.getString("status")),
                PaymentJson.lines(row.getString("lines")),
                texts(row, "reasons"),
                List.of((UUID[]) row.getArray("blocked_by").getArray()),
                PaymentJson.steps(row.getString("steps")),
                row.getObject("compensates", UUID.class));
    }

    private static String oldStatus(PaymentChange change) {
        return change.before() == null ? null : change.before().status().name();
    }

    private static String ids(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static <F, V> List<V> column(List<F> rows, Function<F, V> value) {
        return rows.stream().map(value).toList();
    }
}
