package id.pkh.disbursement.cycle.persistence;

import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

@ApplicationScoped
class JdbcCycleSeals implements CycleSeals {

    private static final String LINES =
            """
            SELECT kpm_id, payment_id, village_code, kind, amount_idr, status
              FROM payment
             WHERE cycle_id = :cycle AND kind = 'REGULAR' AND status <> 'NOT_ELIGIBLE'
             ORDER BY kpm_id
            """;

    private static final String PAID_TWICE =
            """
            SELECT count(*)
              FROM payment here
              JOIN payment there ON there.kpm_id = here.kpm_id AND there.kind = 'REGULAR' AND there.status <> 'NOT_ELIGIBLE'
             WHERE here.cycle_id = :cycle AND here.kind = 'REGULAR' AND here.status <> 'NOT_ELIGIBLE'
               AND there.cycle_id IN (SELECT cycle_id FROM payment_cycle
                                       WHERE status = 'SEALED' AND channel <> :channel
                                         AND covers_from <= :until AND covers_until >= :from)
            """;

    private static final String ADD =
            """
            INSERT INTO cycle_seal (cycle_id, payable_payments, payable_idr, held_payments, held_idr,
                                    forfeited_payments, forfeited_idr, list_sha256, proposed_by, sealed_by, sealed_at)
            VALUES (:cycle, :payablePayments, :payableIdr, :heldPayments, :heldIdr,
                    :forfeitedPayments, :forfeitedIdr, :listSha256, :proposedBy, :sealedBy, :sealedAt)
            """;

    private final Database database;

    JdbcCycleSeals(Database database) {
        this.database = database;
    }

    @Override
    public void eachLine(UUID cycleId, Consumer<SealLine> reader) {
        database.stream(
                LINES,
                q -> q.bind("cycle", cycleId),
                (row, context) ->
                        new SealLine(
                                row.getObject("kpm_id", UUID.class),
                                row.getObject("payment_id", UUID.class),
                                row.getString("village_code"),
                                row.getString("kind"),
                                row.getLong("amount_idr"),
                                row.getString("status")),
                lines -> {
                    lines.forEach(reader);
                    return null;
                });
    }

    @Override
    public long countPaidTwice(PaymentCycle cycle) {
        return database.query(
                PAID_TWICE,
                q ->
                        q.bind("cycle", cycle.cycleId())
                                .bind("channel", cycle.channel())
                                .bind("from", cycle.range().from())
                                .bind("until", cycle.range().until())
                                .mapTo(Long.class)
                                .one());
    }

    @Override
    public void add(UUID cycleId, CycleSeal seal) {
        database.update(
                ADD,
                u ->
                        ListFigureColumns.bind(u, seal.list())
                                .bind("cycle", cycleId)
                                .bind("proposedBy", seal.proposedBy())
                                .bind("sealedBy", seal.sealedBy())
                                .bind("sealedAt", seal.sealedAt()));
    }

    @Override
    public Optional<CycleSeal> of(UUID cycleId) {
        return database.query(
                "SELECT * FROM cycle_seal WHERE cycle_id = :cycle",
                q -> q.bind("cycle", cycleId).map((row, context) -> seal(row)).findOne());
    }

    @Override
    public List<SealedCycle> since(Instant then) {
        return database.query(
                "SELECT * FROM cycle_seal JOIN payment_cycle USING (cycle_id)"
                        + " WHERE sealed_at >= :then ORDER BY sealed_at, cycle_id",
                q ->
                        q.bind("then", then)
                                .map(
                                        (row, context) ->
                                                new SealedCycle(
                                                        row.getObject("cycle_id", UUID.class),
                                                        row.getString("cycle_code"),
                                                        seal(row)))
                                .list());
    }

    private static CycleSeal seal(ResultSet row) throws SQLException {
        return new CycleSeal(
                ListFigureColumns.read(row),
                row.getString("proposed_by"),
                row.getString("sealed_by"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }
}
