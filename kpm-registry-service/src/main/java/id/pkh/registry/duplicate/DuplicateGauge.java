package id.pkh.registry.duplicate;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.persistence.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * How many pairs nobody has decided on, for how long the oldest has waited, and how many families
 * could not be compared.
 */
@Startup
@ApplicationScoped
class DuplicateGauge {

    private static final String OLDEST =
            "SELECT coalesce(extract(epoch FROM min(found_at)), :now)::bigint FROM duplicate_pair"
                    + " WHERE state = 'OPEN'";

    private final Database database;
    private final Clock clock;
    private final LastGaugeValue open;
    private final LastGaugeValue age;
    private final LastGaugeValue notCompared;

    DuplicateGauge(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.open = LastGaugeValue.of(meters, "duplicate_pairs_open");
        this.age = LastGaugeValue.of(meters, "duplicate_pair_waiting_age_seconds");
        this.notCompared = LastGaugeValue.of(meters, "duplicate_families_not_compared");
    }

    @Scheduled(
            every = "60s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        open.read(
                () ->
                        database.query(
                                "SELECT count(*) FROM duplicate_pair WHERE state = 'OPEN'",
                                q -> q.mapTo(Long.class).one()));
        age.read(this::seconds);
        notCompared.read(
                () ->
                        database.query(
                                "SELECT count(*) FROM family_not_compared",
                                q -> q.mapTo(Long.class).one()));
    }

    private long seconds() {
        long now = clock.instant().getEpochSecond();
        long oldest = database.query(OLDEST, q -> q.bind("now", now).mapTo(Long.class).one());
        return Math.max(0, now - oldest);
    }
}
