package id.pkh.disbursement.payment.persistence;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.payment.Ineligibility;
import id.pkh.disbursement.payment.Payments;
import id.pkh.disbursement.payment.Triggers;
import id.pkh.disbursement.payment.domain.Payment;
import id.pkh.disbursement.payment.domain.PaymentChange;
import id.pkh.disbursement.payment.domain.PaymentKind;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** Reads and writes the payments of many families with one statement each. */
@ApplicationScoped
class JdbcPayments implements Payments {

    private final Database database;

    JdbcPayments(Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Payment> regular(UUID cycleId, Collection<UUID> kpmIds) {
        return database.query(
                PaymentSql.REGULAR,
                q ->
                        q.bind("cycle", cycleId)
                                .bind("kpms", SqlArrays.uuids(kpmIds))
                                .map((row, context) -> payment(row))
                                .collectToMap(Payment::kpmId, Function.identity()));
    }

    @Override
    public Map<UUID, Ineligibility> ineligible(UUID cycleId, Collection<UUID> kpmIds) {
        return database.query(
                PaymentSql.INELIGIBLE,
                q ->
                        q.bind("cycle", cycleId)
                                .bind("kpms", SqlArrays.uuids(kpmIds))
                                .map(
                                        (row, context) ->
                                                new Ineligibility(
                                                        row.getObject("kpm_id", UUID.class),
                                                        row.getString("village_code"),
                                                        texts(row, "reasons"),
                                                        PaymentJson.lines(row.getString("lines"))))
                                .collectToMap(Ineligibility::kpmId, Function.identity()));
    }

    @Override
    public Set<UUID> coveredElsewhere(PaymentCycle cycle, Collection<UUID> kpmIds) {
        return database.query(
                PaymentSql.COVERED_ELSEWHERE,
                q ->
                        q.bind("kpms", SqlArrays.uuids(kpmIds))
                                .bind("channel", cycle.channel())
                                .bind("from", cycle.range().from())
                                .bind("until", cycle.range().until())
                                .mapTo(UUID.class)
                                .set());
    }

    @Override
    public List<Payment> withheldInSealedCycles(Collection<UUID> kpmIds) {
        return database.query(
                PaymentSql.WITHHELD_IN_SEALED_CYCLES,
                q ->
                        q.bind("kpms", SqlArrays.uuids(kpmIds))
                                .map((row, context) -> payment(row))
                                .list());
    }

    @Override
    public void save(List<PaymentChange> changes, Triggers triggers, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        List<Payment> rows = changes.stream().map(PaymentChange::after).toList();
        database.update(PaymentSql.SAVE, u -> bind(u.bind("now", now), rows));
        remember(changes.stream().filter(PaymentChange::isRemembered).toList(), triggers, now);
    }

    @Override
    public Set<UUID> addCompensating(List<Payment> payments, Triggers triggers, Instant now) {
        if (payments.isEmpty()) {
            return Set.of();
        }
        Set<UUID> added =
                database.query(
                        PaymentSql.ADD_COMPENSATING,
                        q -> bind(q.bind("now", now), payments).mapTo(UUID.class).set());
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
                u ->
                        u.bind("cycle", cycleId)
                                .bind("now", now)
                                .bind("kpms", SqlArrays.uuids(families, Ineligibility::kpmId))
                                .bind(
                                        "villages",
                                        SqlArrays.texts(families, Ineligibility::villageCode))
                                .bind(
                                        "reasons",
                                        SqlArrays.texts(
                                                families, f -> String.join(",", f.reasons())))
                                .bind(
                                        "lines",
                                        SqlArrays.texts(
                                                families, f -> PaymentJson.ofLines(f.lines()))));
    }

    @Override
    public void removeIneligible(UUID cycleId, Collection<UUID> kpmIds) {
        if (!kpmIds.isEmpty()) {
            database.update(
                    PaymentSql.REMOVE_INELIGIBLE,
                    u -> u.bind("cycle", cycleId).bind("kpms", SqlArrays.uuids(kpmIds)));
        }
    }

    private void remember(List<PaymentChange> changes, Triggers triggers, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        List<Payment> rows = changes.stream().map(PaymentChange::after).toList();
        database.update(
                PaymentSql.REMEMBER,
                u ->
                        bindCommon(u.bind("now", now), rows)
                                .bind("before", SqlArrays.codes(changes, JdbcPayments::oldStatus))
                                .bind("after", SqlArrays.codes(rows, Payment::status))
                                .bind(
                                        "causes",
                                        SqlArrays.texts(rows, r -> triggers.of(r.kpmId()).cause()))
                                .bind(
                                        "causeIds",
                                        SqlArrays.texts(
                                                rows, r -> triggers.of(r.kpmId()).causeId())));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<Payment> rows) {
        return bindCommon(statement, rows)
                .bind("kinds", SqlArrays.codes(rows, Payment::kind))
                .bind("villages", SqlArrays.texts(rows, Payment::villageCode))
                .bind("statuses", SqlArrays.codes(rows, Payment::status))
                .bind("lines", SqlArrays.texts(rows, r -> PaymentJson.ofLines(r.lines())))
                .bind("steps", SqlArrays.texts(rows, r -> PaymentJson.ofSteps(r.steps())))
                .bind("compensated", SqlArrays.uuids(rows, Payment::compensates));
    }

    /** Binds the columns that a payment and its history row share. */
    private static <S extends SqlStatement<S>> S bindCommon(S statement, List<Payment> rows) {
        return statement
                .bind("ids", SqlArrays.uuids(rows, Payment::paymentId))
                .bind("kpms", SqlArrays.uuids(rows, Payment::kpmId))
                .bind("cycles", SqlArrays.uuids(rows, Payment::cycleId))
                .bind("amounts", SqlArrays.numbers(rows, r -> r.amount().amount()))
                .bind("warned", SqlArrays.flags(rows, Payment::isWarned))
                .bind("reasons", SqlArrays.texts(rows, r -> String.join(",", r.reasons())))
                .bind("blockedBy", SqlArrays.texts(rows, r -> ids(r.blockedBy())));
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

    private static PaymentStatus oldStatus(PaymentChange change) {
        return change.before() == null ? null : change.before().status();
    }

    private static String ids(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
