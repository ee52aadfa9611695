package id.pkh.meeting.photo;

import id.pkh.meeting.photo.PhotoStore.Stored;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.DatabaseFailure;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.BusinessDates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Removes objects that a crash has left without a row, and the objects of photos that were
 * superseded. Every instance looks; one of them acts.
 */
@Startup
@ApplicationScoped
class PhotoUpkeep {

    private static final Logger LOG = Logger.getLogger(PhotoUpkeep.class);
    private static final String LOCK = "meeting.photo-upkeep";

    /** A request that takes longer than this to write its row is no longer under way. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private static final int DAYS_BACK = 7;
    private static final int MAX_REMOVED = 1_000;

    private final Database database;
    private final PhotoStore store;
    private final AdvisoryLocks locks;
    private final Clock clock;
    private final Map<Failure, Counter> failures = new EnumMap<>(Failure.class);

    PhotoUpkeep(
            Database database,
            PhotoStore store,
            AdvisoryLocks locks,
            Clock clock,
            MeterRegistry meters) {
        this.database = database;
        this.store = store;
        this.locks = locks;
        this.clock = clock;
        for (Failure failure : Failure.values()) {
            failures.put(
                    failure,
                    meters.counter("photo_upkeep_failures_total", "failure", failure.name()));
        }
    }

    /** Why photos were not tidied up. */
    private enum Failure {
        STORE_NOT_THERE,
        STORE_FAILED,
        DATABASE_FAILED
    }

    private record Removable(UUID id, String objectKey) {}

    @Scheduled(
            every = "1h",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        try {
            handle(clock.instant());
        } catch (DatabaseFailure away) {
            failed(Failure.DATABASE_FAILED, away.getMessage());
        } catch (UncheckedIOException failed) {
            failed(Failure.STORE_FAILED, failed.getMessage());
        }
    }

    private void failed(Failure failure, String message) {
        failures.get(failure).increment();
        LOG.warnf("photos are not tidied up: %s", message);
    }

    void handle(Instant now) {
        if (!store.isThere()) {
            failed(Failure.STORE_NOT_THERE, "no folder and no bucket is configured");
        } else {
            QuarkusTransaction.requiringNew()
                    .run(
                            () -> {
                                if (locks.tryTake(LOCK)) {
                                    removeSuperseded();
                                    removeOrphans(now.minus(UNDER_WAY));
                                }
                            });
        }
    }

    private void removeSuperseded() {
        List<Removable> removable =
                database.query(
                        "SELECT id, object_key FROM meeting_photo WHERE superseded_at IS NOT NULL"
                                + " AND removed_at IS NULL ORDER BY superseded_at LIMIT :limit",
                        q ->
                                q.bind("limit", MAX_REMOVED)
                                        .map(database.rowsAs(Removable.class))
                                        .list());
        removable.forEach(photo -> store.delete(photo.objectKey()));
        database.update(
                "UPDATE meeting_photo SET removed_at = :now WHERE id = ANY (:ids)",
                u ->
                        u.bind("now", clock.instant())
                                .bind("ids", SqlArrays.uuids(removable, Removable::id)));
    }

    private void removeOrphans(Instant before) {
        LocalDate today = BusinessDates.today(clock);
        for (int back = 0; back <= DAYS_BACK; back++) {
            List<String> old =
                    store.ofDay(today.minusDays(back)).stream()
                            .filter(stored -> stored.writtenAt().isBefore(before))
                            .map(Stored::key)
                            .toList();
            Set<String> known =
                    database.query(
                            "SELECT object_key FROM meeting_photo WHERE object_key = ANY (:keys)",
                            q -> q.bind("keys", SqlArrays.texts(old)).mapTo(String.class).set());
            old.stream().filter(key -> !known.contains(key)).forEach(store::delete);
        }
    }
}
