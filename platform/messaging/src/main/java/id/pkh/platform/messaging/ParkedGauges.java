package id.pkh.platform.messaging;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is parked, every few seconds and not at every look. */
@ApplicationScoped
class ParkedGauges {

    private final AgroalDataSource database;
    private final MultiGauge depth;
    private final AtomicLong oldestAgeSeconds;
    private final AtomicLong families;
    private final AtomicLong events;

    ParkedGauges(AgroalDataSource database, MeterRegistry meters) {
        this.database = database;
        this.depth =
                MultiGauge.builder("dlq_depth")
                        .description("Events parked, by topic")
                        .register(meters);
        this.oldestAgeSeconds = meters.gauge("dlq_oldest_age_seconds", new AtomicLong());
        this.families = meters.gauge("parked_families", new AtomicLong());
        this.events = meters.gauge("parked_events", new AtomicLong());
    }

    @Scheduled(
            every = "5s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() throws SQLException {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        long count = 0;
        long keys = 0;
        long oldest = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT topic, count(*), count(DISTINCT event_key),"
                                        + " extract(epoch FROM now() - min(parked_at))::bigint"
                                        + " FROM parked_event WHERE state = 'PARKED' GROUP BY topic");
                ResultSet topics = query.executeQuery()) {
            while (topics.next()) {
                rows.add(
                        MultiGauge.Row.of(
                                Tags.of("topic", topics.getString(1)), topics.getLong(2)));
                count += topics.getLong(2);
                keys += topics.getLong(3);
                oldest = Math.max(oldest, topics.getLong(4));
            }
        }
        depth.register(rows, true);
        events.set(count);
        families.set(keys);
        oldestAgeSeconds.set(oldest);
    }
}
