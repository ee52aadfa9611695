package id.pkh.disbursement.money.schedule;

import id.pkh.disbursement.money.SendingRuns;
import id.pkh.platform.messaging.metrics.LastGaugeValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Measures on a schedule for how long a sent batch has had instructions that are not marked as
 * sent: the gauge {@code payment_sending_oldest_unposted_age_seconds}.
 */
@Startup
@ApplicationScoped
class UnpostedSendingGauge {

    private final SendingRuns runs;
    private final Clock clock;
    private final LastGaugeValue age;

    UnpostedSendingGauge(SendingRuns runs, Clock clock, MeterRegistry meters) {
        this.runs = runs;
        this.clock = clock;
        this.age = LastGaugeValue.of(meters, "payment_sending_oldest_unposted_age_seconds");
    }

    @Scheduled(
            every = "${pkh.disbursement.money.sending.watch.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        age.read(this::seconds);
    }

    private long seconds() {
        return QuarkusTransaction.requiringNew()
                .call(runs::oldestUnfinished)
                .map(at -> Duration.between(at, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
