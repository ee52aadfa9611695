package id.pkh.registry.duplicate;

import id.pkh.registry.RegistryConfig;
import id.pkh.registry.family.FamiliesToCompare;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Compares the families that changed, some of them at a time: a list of a million families must not
 * occupy the service.
 */
@ApplicationScoped
class CompareChanged {

    private final FamiliesToCompare changed;
    private final CompareFamilies compareFamilies;
    private final int atATime;

    CompareChanged(
            FamiliesToCompare changed, CompareFamilies compareFamilies, RegistryConfig config) {
        this.changed = changed;
        this.compareFamilies = compareFamilies;
        this.atATime = config.duplicates().families();
    }

    @Scheduled(
            every = "${pkh.registry.duplicates.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void run() {
        compareFamilies.handle(changed.take(atATime));
    }
}
