package id.pkh.platform.messaging;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what is parked, every few seconds and not at every look; the more there is, the less
 * often, so that counting does not become the load. A topic that the service listens to is there,
 * with 0, also when nothing of it is parked.
 */
@Startup
@ApplicationScoped
class ParkedGauges {

    private final AgroalDataSource database;
    private final List<String> topics;
    private final MultiGauge depth;
    private final Pace pace = new Pace(System::nanoTime);
    private final LastReading oldestAgeSeconds;
    private final LastReading families;
    private final LastReading events;

    ParkedGauges(
            AgroalDataSource database,
            MeterRegistry meters,
            @Any Instance<EventSubscriber> subscribers) {
        this.database = database;
        this.topics = subscribers.stream().map(EventSubscriber::topic).toList();
        this.depth =
                MultiGauge.builder("dlq_depth")
                        .description("Events parked, by topic")
                        .register(meters);
        showDepth(unknown());
        this.oldestAgeSeconds = LastReading.of(meters, "dlq_oldest_age_seconds");
        this.families = LastReading.of(meters, "parked_families");
        this.events = LastReading.of(meters, "parked_events");
    }

    @Scheduled(
            every = "5s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() throws SQLException {
        if (!pace.isDue()) {
            return;
        }
        try {
            pace.run(this::read);
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
