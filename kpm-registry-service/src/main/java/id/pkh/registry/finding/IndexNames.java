package id.pkh.registry.finding;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.JobWork;
import id.pkh.platform.jobs.Jobs;
import id.pkh.registry.family.NameIndex;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the index of names for persons who were on record before it, or whose rows have another
 * key. It is planned when a service starts with a key for the first time.
 */
@ApplicationScoped
class IndexNames implements JobWork<UUID> {

    private static final String KIND = "name-index";
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PLANNED_AT_MOST = 100;

    private final NameIndex index;
    private final Jobs jobs;
    private final Clock clock;

    IndexNames(NameIndex index, Jobs jobs, Clock clock) {
        this.index = index;
        this.jobs = jobs;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        QuarkusTransaction.requiringNew().run(this::planOnce);
    }

    /** Once for each key: from then on every change of a family writes its persons. */
    private void planOnce() {
        boolean isPlanned =
                jobs.latest(KIND, null, null, PLANNED_AT_MOST).stream()
                        .anyMatch(job -> job.subject().equals(subject()));
        if (!isPlanned) {
            plan();
        }
    }

    void plan() {
        jobs.plan(new JobOrder(KIND, subject(), "", null, "kpm-registry-service"));
    }

    private String subject() {
        return "key %08x".formatted(index.keyId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UUID> next(Job job, Optional<UUID> after, int limit) {
        return index.next(after.orElse(FIRST), limit);
    }

    @Override
    public void apply(Job job, List<UUID> members) {
        index.index(members, clock.instant());
    }

    @Override
    public String textOf(UUID member) {
        return member.toString();
    }

    @Override
    public UUID itemOf(String text) {
        return UUID.fromString(text);
    }
}
