package id.pkh.disbursement.quarantine.schedule;

import id.pkh.disbursement.quarantine.QuarantinedFiles;
import id.pkh.platform.messaging.metrics.LastGaugeValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the files in quarantine that nobody has settled: {@code bank_files_quarantined}. */
@Startup
@ApplicationScoped
class QuarantineGauge {

    private final QuarantinedFiles files;
    private final LastGaugeValue unsettled;

    QuarantineGauge(QuarantinedFiles files, MeterRegistry meters) {
        this.files = files;
        this.unsettled = LastGaugeValue.of(meters, "bank_files_quarantined");
    }

    @Scheduled(
            every = "${pkh.disbursement.bank.sweep.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        unsettled.read(() -> QuarkusTransaction.requiringNew().call(files::countUnsettled));
    }
}
