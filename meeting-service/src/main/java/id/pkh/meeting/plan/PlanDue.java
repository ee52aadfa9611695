package id.pkh.meeting.plan;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.area.AreaNames;
import id.pkh.platform.work.WorkItem;
import id.pkh.platform.work.WorkQuery;
import id.pkh.platform.work.WorkSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is planned for today, and what of the last two weeks is not done. */
@ApplicationScoped
class PlanDue implements WorkSource {

    private static final int DAYS_BACK = 14;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final PlanRows rows;
    private final AreaNames areas;

    PlanDue(PlanRows rows, AreaNames areas) {
        this.rows = rows;
        this.areas = areas;
    }

    @Override
    public String kind() {
        return "PLANNED";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Roles.FACILITATOR);
    }

    @Override
    public List<WorkItem> next(WorkQuery query) {
        Conditions where = new Conditions();
        if (!query.areas().isEverywhere()) {
            where.andAnyArea("p.village_code", query.areas().codes());
        }
        where.and("NOT p.cancelled AND p.done_on IS NULL")
                .and(
                        "p.planned_for BETWEEN ? AND ?",
                        query.today().minusDays(DAYS_BACK),
                        query.today())
                .and(
                        "p.kind NOT IN ('GROUP_MEETING', 'P2K2') OR NOT EXISTS (SELECT FROM meeting m"
                                + " WHERE m.group_id = p.group_id AND m.kind = p.kind AND m.month = p.period"
                                + " AND m.makes_up IS NULL AND m.taken_back_at IS NULL)")
                .and(
                        "(p.planned_for, p.id) > (?, ?)",
                        query.fromDue(),
                        query.afterKey().isEmpty()
                                ? BEFORE_ALL
                                : UUID.fromString(query.afterKey()));
        return rows.list(where, query.limit()).stream().map(this::item).toList();
    }

    private WorkItem item(PlanItem item) {
        return new WorkItem(
                item.plannedFor(),
                item.id().toString(),
                item.kpmId(),
                item.plannedFor(),
                List.of(item.id().toString()),
                item.villageCode(),
                Map.of(
                        "what",
                        item.kind().name(),
                        "where",
                        item.groupCode() == null
                                ? areas.withCode(item.villageCode())
                                : item.groupCode(),
                        "day",
                        item.plannedFor().toString()),
                "/api/v1/plan/" + item.id());
    }
}
