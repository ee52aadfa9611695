package id.pkh.registry.duplicate;

import id.pkh.platform.persistence.SqlState;
import id.pkh.registry.RegistryConfig;
import id.pkh.registry.family.FamiliesToCompare;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Compares the families that changed, some of them at a time: a list of a million families must not
 * occupy the service. If one of them cannot be compared, the others are compared one by one.
 */
@ApplicationScoped
class CompareChanged {

    private static final Logger LOG = Logger.getLogger(CompareChanged.class);

    private final FamiliesToCompare changed;
    private final CompareFamilies compareFamilies;
    private final Clock clock;
    private final int atATime;

    CompareChanged(
            FamiliesToCompare changed,
            CompareFamilies compareFamilies,
            Clock clock,
            RegistryConfig config) {
        this.clock = clock;
        this.changed = changed;
        this.compareFamilies = compareFamilies;
        this.atATime = config.duplicates().families();
    }

    @Scheduled(
            every = "${pkh.registry.duplicates.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            QuarkusTransaction.requiringNew().run(() -> compare(changed.take(atATime)));
        } catch (RuntimeException failure) {
            QuarkusTransaction.requiringNew()
                    .call(() -> changed.first(atATime))
                    .forEach(this::alone);
        }
    }

    private void compare(List<UUID> families) {
        compareFamilies.handle(families);
        changed.compared(families);
    }

    /**
     * A family that fails by itself is set aside, so that it holds up nobody; one that failed only
     * because something was in the way stays in the queue.
     */
    private void alone(UUID family) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(
                            () -> {
                                changed.remove(family);
                                compare(List.of(family));
                            });
        } catch (RuntimeException failure) {
            if (SqlState.of(failure)
                    .filter(state -> state.kind().isWorthAnotherTry())
                    .isPresent()) {
                throw failure;
            }
            LOG.errorf("family %s is not compared: %s", family, failure.getClass().getName());
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    changed.setAside(
                                            family, failure.getClass().getName(), clock.instant()));
        }
    }
}
