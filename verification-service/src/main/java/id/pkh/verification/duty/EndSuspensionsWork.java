package id.pkh.verification.duty;

import id.pkh.platform.jobs.Job;
import id.pkh.verification.decision.EndSuspensions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Suspensions end when the obligations are met again, where the policy needs no person. */
@ApplicationScoped
class EndSuspensionsWork implements DutyWork {

    private final EndSuspensions end;

    EndSuspensionsWork(EndSuspensions end) {
        this.end = end;
    }

    @Override
    public String kind() {
        return "suspensions-end";
    }

    @Override
    public List<UUID> due(UUID after, int limit) {
        return end.due(after, limit);
    }

    @Override
    public void apply(Job job, List<UUID> decisions) {
        end.handle(decisions);
    }
}
