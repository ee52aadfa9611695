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

/** Counts what is parked, every few seconds and not at every look. */
@ApplicationScoped
class ParkedGauges {

    private final AgroalDataSource database;
    private final MultiGauge depth;
    private final LastReading oldestAgeSeconds;
    private final LastReading families;
    private final LastReading events;

    ParkedGauges(AgroalDataSource database, MeterRegistry meters) {
        this.database = database;
        this.depth =
                MultiGauge.builder("dlq_depth")
                        .description("Events parked, by topic")
                        .register(meters);
        this.oldestAgeSeconds = LastReading.of(meters, "dlq_oldest_age_seconds");
        this.families = LastReading.of(meters, "parked_families");
        this.events = LastReading.of(meters, "parked_events");
    }

    @Scheduled(
            every = "5s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() throws SQLException {
        try {
            read();
        } catch (SQLException away) {
            depth.register(List.of(), true);
            events.unknown();
            families.unknown();
            oldestAgeSeconds.unknown();
            throw away;
        }
    }

    private void read() throws SQLException {
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
