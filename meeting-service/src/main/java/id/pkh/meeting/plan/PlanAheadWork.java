package id.pkh.meeting.plan;

import id.pkh.meeting.plan.domain.PlanKind;
import id.pkh.meeting.plan.domain.PlanPolicy;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.JobWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans the villages of one facilitator after the other, and tells their groups what is near. */
@ApplicationScoped
class PlanAheadWork implements JobWork<UUID> {

    static final String KIND = "plan-ahead";

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int CHUNK_FACILITATORS = 20;

    private final PlanPolicies policies;
    private final PlannedVillages villages;
    private final PlanFacilitator planFacilitator;
    private final NextSessions nextSessions;
    private final TellGroups tellGroups;
    private final PlanRows rows;

    PlanAheadWork(
            PlanPolicies policies,
            PlannedVillages villages,
            PlanFacilitator planFacilitator,
            NextSessions nextSessions,
            TellGroups tellGroups,
            PlanRows rows) {
        this.policies = policies;
        this.villages = villages;
        this.planFacilitator = planFacilitator;
        this.nextSessions = nextSessions;
        this.tellGroups = tellGroups;
        this.rows = rows;
    }

    static JobOrder order(LocalDate day) {
        return new JobOrder(KIND, day.toString(), day.toString(), null, PlanFacilitator.BY);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UUID> next(Job job, Optional<UUID> after, int limit) {
        return villages.facilitatorsAfter(after.orElse(BEFORE_ALL), dayOf(job), limit);
    }

    @Override
    public void apply(Job job, List<UUID> facilitators) {
        LocalDate today = dayOf(job);
        PlanPolicy policy = policies.on(today);
        for (UUID facilitator : facilitators) {
            List<String> own = villages.of(facilitator, today);
            planFacilitator.handle(own, policy, today);
            List<PlanItem> items =
                    rows.since(own, PlanKind.firstOfQuarter(YearMonth.from(today)).atDay(1));
            nextSessions.handle(items, today);
            tellGroups.announce(items, policy, today);
        }
    }

    private static LocalDate dayOf(Job job) {
        return LocalDate.parse(job.parameters());
    }

    @Override
    public String textOf(UUID facilitator) {
        return facilitator.toString();
    }

    @Override
    public UUID itemOf(String text) {
        return UUID.fromString(text);
    }

    @Override
    public int chunkItems() {
        return CHUNK_FACILITATORS;
    }
}
