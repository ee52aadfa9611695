package id.pkh.platform.messaging.parking;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.messaging.metrics.RateLimiter;
import id.pkh.platform.messaging.subscription.EventReader;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the parked events every few seconds, not at every scrape; the longer it takes, the less
 * often, so that counting does not become a load. Each topic to which the service subscribes is
 * exposed, with 0 when nothing of it is parked.
 */
@Startup
@ApplicationScoped
class ParkedGauges {

    private final AgroalDataSource database;
    private final Set<String> topics;
    private final MultiGauge depth;
    private final RateLimiter limiter = new RateLimiter(System::nanoTime);
    private final LastGaugeValue oldestAgeSeconds;
    private final LastGaugeValue families;
    private final LastGaugeValue events;

    ParkedGauges(AgroalDataSource database, MeterRegistry meters, EventReader reader) {
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
    void refresh() throws SQLException {
        if (!limiter.isDue()) {
            return;
        }
        try {
            limiter.run(this::read);
        } catch (SQLException away) {
            showDepth(unknown());
            events.unknown();
            families.unknown();
            oldestAgeSeconds.unknown();
            throw away;
        }
    }

    private void read() throws SQLException {
        Map<String, Double> depths = new TreeMap<>();
        topics.forEach(topic -> depths.put(topic, 0.0));
        long count = 0;
        long keys = 0;
        long oldest = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT topic, count(*), count(DISTINCT event_key COLLATE \"C\"),"
                                        + " extract(epoch FROM now() - min(parked_at))::bigint"
                                        + " FROM parked_event WHERE state = 'PARKED' GROUP BY topic");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                depths.put(row.getString(1), (double) row.getLong(2));
                count += row.getLong(2);
                keys += row.getLong(3);
                oldest = Math.max(oldest, row.getLong(4));
            }
        }
        showDepth(depths);
        events.set(count);
        families.set(keys);
        oldestAgeSeconds.set(oldest);
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
