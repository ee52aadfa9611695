package id.pkh.registry.duplicate;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.JobWork;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.persistence.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares every family, in chunks: those that were on record before anybody compared them, and all
 * again when the rule becomes another one. It is planned when a service starts with that rule for
 * the first time, after the index of names, from which it reads.
 */
@ApplicationScoped
class CompareEveryFamily implements JobWork<UUID> {

    static final String KIND = "duplicate-search";

    /** To be raised with each change of what makes persons alike. */
    private static final String RULE = "rule 1";

    private static final String INDEX_OF_NAMES = "name-index";
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PLANNED_AT_MOST = 100;
    private static final int CHUNK_FAMILIES = 50;

    /** Other observers have {@link ObserverMethod#DEFAULT_PRIORITY}. */
    private static final int AFTER_OTHERS = ObserverMethod.DEFAULT_PRIORITY + 1;

    private final Database database;
    private final CompareFamilies compareFamilies;
    private final Jobs jobs;

    CompareEveryFamily(Database database, CompareFamilies compareFamilies, Jobs jobs) {
        this.database = database;
        this.compareFamilies = compareFamilies;
        this.jobs = jobs;
    }

    /** After the job that it waits for is planned. */
    void start(@Observes @Priority(AFTER_OTHERS) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(this::planOnce);
    }

    private void planOnce() {
        boolean isPlanned =
                jobs.latest(KIND, null, null, PLANNED_AT_MOST).stream()
                        .anyMatch(job -> job.subject().equals(RULE));
        if (!isPlanned) {
            plan();
        }
    }

    UUID plan() {
        return jobs.plan(new JobOrder(KIND, RULE, "", null, "kpm-registry-service", indexOfNames()))
                .job()
                .jobId();
    }

    private UUID indexOfNames() {
        return jobs.latest(INDEX_OF_NAMES, null, null, 1).stream()
                .findFirst()
                .map(Job::jobId)
                .orElse(null);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UUID> next(Job job, Optional<UUID> after, int limit) {
        return database.query(
                "SELECT id FROM kpm WHERE id > :after ORDER BY id LIMIT :limit",
                q ->
                        q.bind("after", after.orElse(FIRST))
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    @Override
    public void apply(Job job, List<UUID> families) {
        compareFamilies.handle(families);
    }

    @Override
    public int chunkItems() {
        return CHUNK_FAMILIES;
    }

    @Override
    public String textOf(UUID family) {
        return family.toString();
    }

    @Override
    public UUID itemOf(String text) {
        return UUID.fromString(text);
    }
}
