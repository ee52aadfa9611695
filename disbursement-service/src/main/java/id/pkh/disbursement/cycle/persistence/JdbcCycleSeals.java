package id.pkh.disbursement.cycle.persistence;

import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.CycleSeal.Sum;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.jdbc.Database;
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
             WHERE cycle_id = ? AND kind = 'REGULAR' AND status <> 'NOT_ELIGIBLE'
             ORDER BY kpm_id
            """;

    private static final String PAID_TWICE =
            """
            SELECT count(*)
              FROM payment here
              JOIN payment there ON there.kpm_id = here.kpm_id AND there.kind = 'REGULAR' AND there.status <> 'NOT_ELIGIBLE'
             WHERE here.cycle_id = ? AND here.kind = 'REGULAR' AND here.status <> 'NOT_ELIGIBLE'
               AND there.cycle_id IN (SELECT cycle_id FROM payment_cycle
                                       WHERE status = 'SEALED' AND channel <> ? AND covers_from <= ? AND covers_until >= ?)
            """;

    private final Database database;

    JdbcCycleSeals(Database database) {
        this.database = database;
    }

    @Override
    public void eachLine(UUID cycleId, Consumer<SealLine> reader) {
        database.each(
                LINES,
                p -> p.uuid(cycleId),
                row ->
                        reader.accept(
                                new SealLine(
                                        row.getObject("kpm_id", UUID.class),
                                        row.getObject("payment_id", UUID.class),
                                        row.getString("village_code"),
                                        row.getString("kind"),
                                        row.getLong("amount_idr"),
                                        row.getString("status"))));
    }

    @Override
    public long countPaidTwice(PaymentCycle cycle) {
        return database.first(
                        PAID_TWICE,
                        p ->
                                p.uuid(cycle.cycleId())
                                        .text(cycle.channel())
                                        .day(cycle.range().until())
                                        .day(cycle.range().from()),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    @Override
    public void add(UUID cycleId, CycleSeal seal) {
        database.update(
                "INSERT INTO cycle_seal (cycle_id, payable_payments, payable_idr, held_payments, held_idr,"
                        + " forfeited_payments, forfeited_idr, list_sha256, sealed_by, sealed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                p ->
                        p.uuid(cycleId)
                                .number(seal.payable().payments())
                                .number(seal.payable().amount().amount())
                                .number(seal.held().payments())
                                .number(seal.held().amount().amount())
                                .number(seal.forfeited().payments())
                                .number(seal.forfeited().amount().amount())
                                .text(seal.listSha256())
                                .text(seal.sealedBy())
                                .instant(seal.sealedAt()));
    }

    @Override
    public Optional<CycleSeal> of(UUID cycleId) {
        return database.first(
                "SELECT * FROM cycle_seal WHERE cycle_id = ?",
                p -> p.uuid(cycleId),
                JdbcCycleSeals::seal);
    }

    @Override
    public List<SealedCycle> since(Instant then) {
        return database.list(
                "SELECT * FROM cycle_seal JOIN payment_cycle USING (cycle_id)"
                        + " WHERE sealed_at >= ? ORDER BY sealed_at, cycle_id",
                p -> p.instant(then),
                row ->
                        new SealedCycle(
                                row.getObject("cycle_id", UUID.class),
                                row.getString("cycle_code"),
                                seal(row)));
    }

    private static CycleSeal seal(ResultSet row) throws SQLException {
        return new CycleSeal(
                sum(row, "payable"),
                sum(row, "held"),
                sum(row, "forfeited"),
                row.getString("list_sha256"),
                row.getString("sealed_by"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }

    private static Sum sum(ResultSet row, String name) throws SQLException {
        return new Sum(row.getLong(name + "_payments"), Rupiah.of(row.getLong(name + "_idr")));
    }
}
