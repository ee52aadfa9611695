package id.pkh.disbursement.report.schedule;

import id.pkh.disbursement.report.Reports;
import id.pkh.platform.messaging.metrics.LastGaugeValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Measures on a schedule for how long a bank's report has been only partly applied: the gauge
 * {@code bank_report_oldest_unfinished_age_seconds}.
 */
@Startup
@ApplicationScoped
class UnfinishedReportGauge {

    private final Reports reports;
    private final Clock clock;
    private final LastGaugeValue age;

    UnfinishedReportGauge(Reports reports, Clock clock, MeterRegistry meters) {
        this.reports = reports;
        this.clock = clock;
        this.age = LastGaugeValue.of(meters, "bank_report_oldest_unfinished_age_seconds");
    }

    @Scheduled(
            every = "${pkh.disbursement.bank.report.watch.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        age.read(
                () ->
                        reports.oldestUnfinished()
                                .map(at -> Duration.between(at, clock.instant()).toSeconds())
                                .orElse(0L));
    }
}
