package id.pkh.disbursement.money.schedule;

import id.pkh.disbursement.money.UntoldMoney;
import id.pkh.platform.messaging.metrics.LastGaugeValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Looks by the clock whether something that moved at the banks stays untold: the gauge {@code
 * money_news_oldest_age_seconds}.
 */
@Startup
@ApplicationScoped
class MoneyNewsWatch {

    private final UntoldMoney untold;
    private final Clock clock;
    private final LastGaugeValue age;

    MoneyNewsWatch(UntoldMoney untold, Clock clock, MeterRegistry meters) {
        this.untold = untold;
        this.clock = clock;
        this.age = LastGaugeValue.of(meters, "money_news_oldest_age_seconds");
    }

    @Scheduled(
            every = "${pkh.disbursement.money.news.watch.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        age.read(
                () ->
                        untold.oldest()
                                .map(at -> Duration.between(at, clock.instant()).toSeconds())
                                .orElse(0L));
    }
}
