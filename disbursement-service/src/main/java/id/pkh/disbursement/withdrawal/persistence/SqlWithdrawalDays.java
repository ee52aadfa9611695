package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.withdrawal.WithdrawalDays;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SqlWithdrawalDays implements WithdrawalDays {

    private final Database database;

    SqlWithdrawalDays(Database database) {
        this.database = database;
    }

    @Override
    public void record(List<Announced> days) {
        for (Announced day : days) {
            database.update(
                    "INSERT INTO withdrawal_day AS known (plan_item_id, sequence, cycle_code, village_code, planned_for,"
                            + " is_cancelled) VALUES (:item, :sequence, :cycle, :village, :day, :cancelled)"
                            + " ON CONFLICT (plan_item_id) DO UPDATE SET sequence = excluded.sequence,"
                            + " cycle_code = coalesce(excluded.cycle_code, known.cycle_code),"
                            + " planned_for = excluded.planned_for, is_cancelled = excluded.is_cancelled"
                            + " WHERE known.sequence < excluded.sequence",
                    u ->
                            u.bind("item", day.planItemId())
                                    .bind("sequence", day.sequence())
                                    .bind("cycle", day.cycleCode())
                                    .bind("village", day.villageCode())
                                    .bind("day", day.plannedFor())
                                    .bind("cancelled", day.isCancelled()));
        }
    }
}
