package id.pkh.platform.messaging.parking;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.messaging.metrics.RateLimiter;
import id.pkh.platform.messaging.subscription.EventReader;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.DatabaseFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the parked events every few seconds, not at every scrape. The longer a count takes, the
 * less often it runs, so that counting does not become a load. Each topic to which the service
 * subscribes is exposed, with 0 when none of its events is parked.
 */
@Startup
@ApplicationScoped
class ParkedGauges {

    private final Database database;
    private final Set<String> topics;
    private final MultiGauge depth;
    private final RateLimiter limiter = new RateLimiter(System::nanoTime);
    private final LastGaugeValue oldestAgeSeconds;
    private final LastGaugeValue families;
    private final LastGaugeValue events;

    ParkedGauges(Database database, MeterRegistry meters, EventReader reader) {
        this.database = database;
        this.topics = reader.topics();
        this.depth =
                MultiGauge.builder("dlq_depth")
                        .description("Events parked, by topic")
                        .register(meters);
        showDepth(unknown());
        this.oldestAgeSeconds = LastGaugeValue.of(meters, "dlq_oldest_age_seconds");
        this.families = LastGaugeValue.of(meters, "parked_families");
        this.events = LastGaugeValue.of(meters, "parked_events");
    }

    @Scheduled(
            every = "5s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        if (!limiter.isDue()) {
            return;
        }
        try {
            limiter.run(this::read);
        } catch (DatabaseFailure away) {
            showDepth(unknown());
            events.unknown();
            families.unknown();
            oldestAgeSeconds.unknown();
            throw away;
        }
    }

    /** The number of parked events of one topic. */
    public record Parked(String topic, long events, long keys, long oldestAgeSeconds) {}

    private void read() {
        List<Parked> parked =
                database.query(
                        "SELECT topic, count(*) AS events,"
                                + " count(DISTINCT event_key COLLATE \"C\") AS keys,"
                                + " extract(epoch FROM now() - min(parked_at))::bigint AS oldest_age_seconds"
                                + " FROM parked_event WHERE state = 'PARKED' GROUP BY topic",
                        q -> q.map(database.rowsAs(Parked.class)).list());
        Map<String, Double> depths = new TreeMap<>();
        topics.forEach(topic -> depths.put(topic, 0.0));
        parked.forEach(of -> depths.put(of.topic(), (double) of.events()));
        showDepth(depths);
        events.set(parked.stream().mapToLong(Parked::events).sum());
        families.set(parked.stream().mapToLong(Parked::keys).sum());
        oldestAgeSeconds.set(parked.stream().mapToLong(Parked::oldestAgeSeconds).max().orElse(0));
    }

    private Map<String, Double> unknown() {
        Map<String, Double> depths = new TreeMap<>();
        topics.forEach(topic -> depths.put(topic, Double.NaN));
        return depths;
    }

    private void showDepth(Map<String, Double> depths) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        depths.forEach(
                (topic, events) -> rows.add(MultiGauge.Row.of(Tags.of("topic", topic), events)));
        depth.register(rows, true);
    }
}
