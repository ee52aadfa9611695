package id.pkh.registry.webhook;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.persistence.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** How many subscriptions this service has given up, and how far the last active one is behind. */
@Startup
@ApplicationScoped
class WebhookGauges {

    private final Database database;
    private final LastGaugeValue disabled;
    private final LastGaugeValue behind;

    WebhookGauges(Database database, MeterRegistry meters) {
        this.database = database;
        this.disabled = LastGaugeValue.of(meters, "webhooks_disabled");
        this.behind = LastGaugeValue.of(meters, "webhook_positions_behind");
    }

    @Scheduled(
            every = "30s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        disabled.read(() -> number("SELECT count(*) FROM webhook WHERE state = 'DISABLED'"));
        behind.read(
                () ->
                        number(
                                "SELECT coalesce(max(h.position - w.delivered_to), 0)"
                                        + " FROM webhook w, feed_head h WHERE w.state = 'ACTIVE'"));
    }

    private long number(String sql) {
        return database.query(sql, q -> q.mapTo(Long.class).one());
    }
}
