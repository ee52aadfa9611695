package id.pkh.disbursement.work.persistence;

import id.pkh.disbursement.work.UnreportedWithdrawals;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Reads the payments of the caller's villages by the index of instructions. */
@ApplicationScoped
class SqlUnreportedWithdrawals implements UnreportedWithdrawals {

    private static final String CREDITED_ON = "(i.status_at AT TIME ZONE 'Asia/Jakarta')::date";

    private final Database database;

    SqlUnreportedWithdrawals(Database database) {
        this.database = database;
    }

    @Override
    public List<SealedCycle> latestCycles(int limit) {
        return database.query(
                "SELECT cycle_id, cycle_code, covers_from FROM payment_cycle WHERE status = 'SEALED'"
                        + " ORDER BY covers_from DESC, cycle_code DESC LIMIT :limit",
                q -> q.bind("limit", limit).map(database.rowsAs(SealedCycle.class)).list());
    }

    @Override
    public List<OfVillage> byVillage(SealedCycle cycle, LocalDate creditedUntil, AreaScope areas) {
        Conditions where =
                new Conditions()
                        .and("i.cycle_id = ?", cycle.cycleId())
                        .and(CREDITED_ON + " <= ?", creditedUntil)
                        .andAnyAreaCollatedC("i.village_code", areas.codes());
        return database.queryWithFreshPlan(
                "SELECT i.village_code, min("
                        + CREDITED_ON
                        + ") AS credited_on, (SELECT max(d.planned_for) FROM withdrawal_day d"
                        + " WHERE d.cycle_code = :cycle_code AND d.village_code = i.village_code AND NOT d.is_cancelled)"
                        + " AS withdrawal_day, count(*)::int AS families FROM payment_instruction i"
                        + " WHERE i.status = 'CREDITED' AND "
                        + where.sql()
                        + " AND coalesce((SELECT r.outcome FROM withdrawal_report r WHERE r.payment_id = i.payment_id"
                        + " ORDER BY r.revision DESC LIMIT 1), 'RETRACTED') = 'RETRACTED'"
                        + " GROUP BY i.village_code",
                q ->
                        q.bindMap(where.values())
                                .bind("cycle_code", cycle.cycleCode())
                                .map(database.rowsAs(OfVillage.class))
                                .list());
    }
}
