package id.pkh.registry.facilitator;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.persistence.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** In how many villages families have no facilitator, as far as it was noticed. */
@Startup
@ApplicationScoped
class EmptyVillageGauge {

    private final Database database;
    private final LastGaugeValue villages;

    EmptyVillageGauge(Database database, MeterRegistry meters) {
        this.database = database;
        this.villages = LastGaugeValue.of(meters, "villages_without_facilitator");
    }

    @Scheduled(
            every = "30s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        villages.read(
                () ->
                        database.query(
                                "SELECT count(*) FROM village_without_facilitator"
                                        + " WHERE ended_at IS NULL",
                                q -> q.mapTo(Long.class).one()));
    }
}
