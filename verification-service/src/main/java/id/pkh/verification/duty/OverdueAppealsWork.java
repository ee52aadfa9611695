package id.pkh.verification.duty;

import id.pkh.contracts.verification.AppealOverdue;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.appeal.Appeal;
import id.pkh.verification.appeal.Appeals;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.LockedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An appeal that the office did not decide in time is announced once. */
@ApplicationScoped
class OverdueAppealsWork implements DutyWork {

    private static final List<String> NOTIFIED = List.of("COORDINATOR", "REGENCY_COORDINATOR");

    private final Appeals appeals;
    private final LockedFamilies families;
    private final Kpms kpms;
    private final Clock clock;

    OverdueAppealsWork(Appeals appeals, LockedFamilies families, Kpms kpms, Clock clock) {
        this.appeals = appeals;
        this.families = families;
        this.kpms = kpms;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "appeals-overdue";
    }

    @Override
    public List<UUID> due(UUID after, int limit) {
        return appeals.overdue(BusinessDates.today(clock), after, limit).stream()
                .map(Appeal::appealId)
                .toList();
    }

    @Override
    public void apply(Job job, List<UUID> appealIds) {
        List<Appeal> seen = appealIds.stream().flatMap(id -> appeals.find(id).stream()).toList();
        LockedFamilies.Events events =
                families.lock(seen.stream().map(Appeal::kpmId).distinct().toList());
        Map<UUID, String> villages = kpms.villagesOf(seen.stream().map(Appeal::kpmId).toList());
        Instant now = clock.instant();
        for (UUID id : appealIds) {
            Appeal appeal = appeals.find(id).orElseThrow();
            if (!appeal.isDecided() && appeals.markAnnounced(appeal, now)) {
                events.add(
                        appeal.kpmId(),
                        new AppealOverdue(
                                id,
                                appeal.kpmId(),
                                villages.getOrDefault(appeal.kpmId(), ""),
                                appeal.decideBy(),
                                NOTIFIED,
                                BusinessDates.on(now),
                                now));
            }
        }
        events.publish();
    }
}
