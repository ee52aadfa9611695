package id.pkh.verification.duty;

import id.pkh.contracts.verification.NoticeUndelivered;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.decision.NoticePolicies;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.notice.Deliveries;
import id.pkh.verification.notice.Deliveries.Undelivered;
import id.pkh.verification.sanction.LockedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The coordinator is notified, once, of what was not delivered in the days of the policy. */
@ApplicationScoped
class UndeliveredWork implements DutyWork {

    private static final List<String> NOTIFIED = List.of("COORDINATOR");

    private final Deliveries deliveries;
    private final NoticePolicies policies;
    private final LockedFamilies families;
    private final Kpms kpms;
    private final Clock clock;

    UndeliveredWork(
            Deliveries deliveries,
            NoticePolicies policies,
            LockedFamilies families,
            Kpms kpms,
            Clock clock) {
        this.deliveries = deliveries;
        this.policies = policies;
        this.families = families;
        this.kpms = kpms;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "notices-undelivered";
    }

    @Override
    public List<UUID> due(UUID after, int limit) {
        LocalDate today = BusinessDates.today(clock);
        return deliveries
                .undelivered(
                        today.minusDays(policies.inForceOn(today).daysUntilNotified() + 1L),
                        after,
                        limit)
                .stream()
                .map(Undelivered::subjectId)
                .toList();
    }

    @Override
    public void apply(Job job, List<UUID> subjectIds) {
        LockedFamilies.Events events = families.lock(deliveries.familiesOf(subjectIds));
        Instant now = clock.instant();
        List<Undelivered> undelivered = deliveries.stillUndelivered(subjectIds);
        Map<UUID, String> villages =
                kpms.villagesOf(undelivered.stream().map(Undelivered::kpmId).toList());
        for (Undelivered each : undelivered) {
            if (deliveries.markAnnounced(each)) {
                events.add(
                        each.kpmId(),
                        new NoticeUndelivered(
                                each.subject(),
                                each.subjectId(),
                                each.kpmId(),
                                villages.getOrDefault(each.kpmId(), ""),
                                each.since(),
                                NOTIFIED,
                                BusinessDates.on(now),
                                now));
            }
        }
        events.publish();
    }
}
