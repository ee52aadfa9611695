package id.pkh.meeting.plan;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.disbursement.VillageCredited;
import id.pkh.meeting.plan.PlanRows.New;
import id.pkh.meeting.plan.PlannedVillages.PlannedGroup;
import id.pkh.meeting.plan.domain.PlanKind;
import id.pkh.meeting.plan.domain.PlanPolicy;
import id.pkh.meeting.plan.domain.Slot;
import id.pkh.meeting.plan.domain.WithdrawalDayRule;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Plans the withdrawal day of the groups of a village when the first payment of a cycle was
 * credited there. It is a proposal: the facilitator moves it or takes it off the plan, with a
 * reason, and a group for which somebody planned a day already keeps that one.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ProposeWithdrawalDay {

    /** What finds no free hour within so many days is left to people. */
    private static final int DAYS_TRIED = 14;

    private final PlanPolicies policies;
    private final PlannedVillages villages;
    private final PlanRows rows;
    private final Database database;
    private final Clock clock;

    ProposeWithdrawalDay(
            PlanPolicies policies,
            PlannedVillages villages,
            PlanRows rows,
            Database database,
            Clock clock) {
        this.policies = policies;
        this.villages = villages;
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    void handle(VillageCredited event) {
        LocalDate today = BusinessDates.today(clock);
        PlanPolicy policy = policies.on(today);
        WithdrawalDayRule.proposed(event.occurredOn(), policy.withdrawalDays(), today)
                .ifPresent(day -> plan(event, policy, day));
    }

    private void plan(VillageCredited event, PlanPolicy policy, LocalDate day) {
        List<PlannedGroup> groups = withoutDay(event, day);
        List<String> together = villages.together(event.villageCode(), day);
        Set<Slot> taken =
                rows.since(together, day).stream()
                        .filter(item -> !item.cancelled())
                        .map(PlanItem::slot)
                        .collect(Collectors.toSet());
        policy.slots()
                .next(day, day, day.plusDays(DAYS_TRIED), taken)
                .ifPresent(
                        slot ->
                                rows.add(
                                        groups.stream()
                                                .map(group -> item(event, group, slot))
                                                .toList(),
                                        clock.instant(),
                                        PlanFacilitator.BY));
    }

    /**
     * Groups of the village that have no withdrawal day since the credit, and none of the cycle.
     */
    private List<PlannedGroup> withoutDay(VillageCredited event, LocalDate day) {
        List<PlannedGroup> groups = villages.groups(List.of(event.villageCode()), day);
        Set<UUID> planned =
                database.query(
                        "SELECT group_id FROM plan_item WHERE group_id = ANY (:groups) AND kind = 'WITHDRAWAL_DAY'"
                                + " AND (cycle_code = :cycle OR planned_for >= :credited AND NOT cancelled)",
                        q ->
                                q.bind("groups", SqlArrays.uuids(groups, PlannedGroup::id))
                                        .bind("cycle", event.cycleCode())
                                        .bind("credited", event.occurredOn())
                                        .mapTo(UUID.class)
                                        .set());
        return groups.stream().filter(group -> !planned.contains(group.id())).toList();
    }

    private static New item(VillageCredited event, PlannedGroup group, Slot slot) {
        return new New(
                UuidCreator.getTimeOrderedEpoch(),
                PlanKind.WITHDRAWAL_DAY,
                group.villageCode(),
                PlanSubject.withdrawal(group.id(), event.cycleCode()),
                slot.day(),
                slot.at(),
                null);
    }
}
