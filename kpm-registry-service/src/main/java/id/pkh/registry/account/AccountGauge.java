package id.pkh.registry.account;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.OptionalLong;

/**
 * How long the oldest change of an account has waited for a second person: the family is not paid
 * until then.
 */
@Startup
@ApplicationScoped
class AccountGauge {

    private final AccountChanges changes;
    private final Clock clock;
    private final LastGaugeValue age;

    AccountGauge(AccountChanges changes, Clock clock, MeterRegistry meters) {
        this.changes = changes;
        this.clock = clock;
        this.age = LastGaugeValue.of(meters, "account_change_waiting_age_seconds");
    }

    @Scheduled(
            every = "30s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        age.read(this::seconds);
    }

    private long seconds() {
        OptionalLong oldest = changes.oldestWaiting();
        return oldest.isEmpty()
                ? 0
                : Math.max(0, clock.instant().getEpochSecond() - oldest.getAsLong());
    }
}
