package id.pkh.registry.webhook;

import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.RegistryConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Deletes old attempts in small transactions. */
@ApplicationScoped
class WebhookUpkeep {

    private static final int PURGE_ROWS = 10_000;
    private static final int PURGE_ROUNDS = 1_000;

    private final Deliveries deliveries;
    private final Clock clock;
    private final RegistryConfig config;

    WebhookUpkeep(Deliveries deliveries, Clock clock, RegistryConfig config) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "24h", delayed = "90s")
    void purge() {
        Instant before =
                BusinessDates.today(clock)
                        .minus(config.webhooks().attemptsRetention())
                        .atStartOfDay(BusinessDates.ZONE)
                        .toInstant();
        int deleted = PURGE_ROWS;
        for (int round = 0; round < PURGE_ROUNDS && deleted == PURGE_ROWS; round++) {
            deleted = deliveries.purge(before, PURGE_ROWS);
        }
    }
}
