package id.pkh.meeting.plan;

import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Takes something off the plan. It stays on record, and the machine does not plan it again. */
@ApplicationScoped
class CancelPlan {

    private final PlanRows rows;
    private final PlanTimes times;
    private final TellGroups tellGroups;
    private final Clock clock;

    CancelPlan(PlanRows rows, PlanTimes times, TellGroups tellGroups, Clock clock) {
        this.rows = rows;
        this.times = times;
        this.tellGroups = tellGroups;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, PlanCancellationRequest request, AreaScope areas, String by) {
        PlanItem item = rows.lock(id, areas);
        if (item.cancelled()) {
            return;
        }
        ChangePlan.refuseUnlessOpen(item, request.version(), times.today());
        rows.change(
                item,
                item.plannedFor(),
                item.startsAt(),
                item.place(),
                true,
                request.reason().strip(),
                clock.instant(),
                by);
        tellGroups.cancelled(item);
    }
}
