package id.pkh.disbursement.work;

import id.pkh.disbursement.withdrawal.WithdrawalPolicies;
import id.pkh.disbursement.withdrawal.domain.ReportDue;
import id.pkh.disbursement.work.UnreportedWithdrawals.OfVillage;
import id.pkh.disbursement.work.UnreportedWithdrawals.SealedCycle;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WorkItem;
import id.pkh.platform.work.WorkQuery;
import id.pkh.platform.work.WorkSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Villages with credited payments about which nobody has reported within the days of the policy,
 * which count from the withdrawal day of the village if there is one: one item for each village and
 * cycle. It counts the payments of the caller's villages, so it is work of people of the field,
 * whose areas are small.
 */
@ApplicationScoped
class WithdrawalsToReport implements WorkSource {

    /** A year of quarters, and the cycles of the other channel. */
    private static final int CYCLES = 8;

    private final UnreportedWithdrawals unreported;
    private final WithdrawalPolicies policies;

    WithdrawalsToReport(UnreportedWithdrawals unreported, WithdrawalPolicies policies) {
        this.unreported = unreported;
        this.policies = policies;
    }

    @Override
    public String kind() {
        return "WITHDRAWAL_TO_REPORT";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Roles.FACILITATOR, Roles.COORDINATOR);
    }

    @Override
    public List<WorkItem> next(WorkQuery query) {
        if (query.areas().isEverywhere()) {
            return List.of();
        }
        return unreported.latestCycles(CYCLES).stream()
                .flatMap(cycle -> items(cycle, query))
                .filter(item -> isAfter(item, query))
                .sorted(Comparator.comparing(WorkItem::dueOn).thenComparing(WorkItem::key))
                .limit(query.limit())
                .toList();
    }

    private Stream<WorkItem> items(SealedCycle cycle, WorkQuery query) {
        int days = policies.inForceOn(cycle.coversFrom()).daysUntilListed();
        return unreported.byVillage(cycle, query.today().minusDays(days), query.areas()).stream()
                .map(village -> item(cycle, village, due(village, days)))
                .filter(item -> !item.dueOn().isAfter(query.today()));
    }

    private static LocalDate due(OfVillage village, int days) {
        return ReportDue.of(village.creditedOn(), village.withdrawalDay(), days);
    }

    private static boolean isAfter(WorkItem item, WorkQuery query) {
        String after = query.afterKeyOn(item.dueOn());
        return after != null && item.key().compareTo(after) > 0;
    }

    private static WorkItem item(SealedCycle cycle, OfVillage village, LocalDate due) {
        return new WorkItem(
                due,
                village.villageCode() + " " + cycle.cycleCode(),
                null,
                village.creditedOn(),
                List.of(cycle.cycleCode(), village.villageCode()),
                village.villageCode(),
                Map.of(
                        "families", String.valueOf(village.families()),
                        "cycle", cycle.cycleCode(),
                        "due_on", due.toString()),
                "/api/v1/cycles/"
                        + cycle.cycleCode()
                        + "/withdrawal-findings?village="
                        + village.villageCode());
    }
}
