package id.pkh.meeting.photo;

import id.pkh.meeting.photo.PhotoStore.Stored;
import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Of how many photos of the last week the bytes are missing. */
@Startup
@ApplicationScoped
class PhotoGauge {

    private static final int DAYS_BACK = 7;
    private static final int MAX_CHECKED = 20_000;

    private final Database database;
    private final PhotoStore store;
    private final Clock clock;
    private final LastGaugeValue missing;

    PhotoGauge(Database database, PhotoStore store, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.store = store;
        this.clock = clock;
        this.missing = LastGaugeValue.of(meters, "meeting_photos_missing");
    }

    @Scheduled(
            every = "15m",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        missing.read(this::countMissing);
    }

    /** By listing whole days: one request to a store for a thousand photos. */
    long countMissing() {
        List<String> keys = keysOfLastDays();
        if (!store.isThere()) {
            return keys.size();
        }
        Map<LocalDate, List<String>> byDay =
                keys.stream().collect(Collectors.groupingBy(PhotoGauge::dayOf));
        return byDay.entrySet().stream()
                .mapToLong(day -> countMissing(day.getKey(), day.getValue()))
                .sum();
    }

    private long countMissing(LocalDate day, List<String> keys) {
        Set<String> stored =
                store.ofDay(day).stream().map(Stored::key).collect(Collectors.toUnmodifiableSet());
        return keys.stream().filter(key -> !stored.contains(key)).count();
    }

    private static LocalDate dayOf(String key) {
        return LocalDate.parse(key.substring(0, key.indexOf('/')));
    }

    private List<String> keysOfLastDays() {
        Instant since =
                BusinessDates.today(clock)
                        .minusDays(DAYS_BACK)
                        .atStartOfDay(BusinessDates.ZONE)
                        .toInstant();
        return database.query(
                "SELECT object_key FROM meeting_photo WHERE superseded_at IS NULL"
                        + " AND recorded_at >= :since ORDER BY recorded_at DESC LIMIT :limit",
                q -> q.bind("since", since).bind("limit", MAX_CHECKED).mapTo(String.class).list());
    }
}
