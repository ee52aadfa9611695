package id.pkh.disbursement.report.schedule;

import id.pkh.disbursement.cycle.SealProposals;
import id.pkh.disbursement.report.BankStatements;
import id.pkh.disbursement.report.Reports;
import id.pkh.platform.messaging.metrics.LastGaugeValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures how long the oldest act has waited for its second person: {@code
 * bank_report_waiting_age_seconds} and {@code seal_proposal_waiting_age_seconds}; and counts the
 * statements of banks that are missing: {@code bank_statements_missing}.
 */
@Startup
@ApplicationScoped
class WaitingGauges {

    private final Reports reports;
    private final SealProposals proposals;
    private final BankStatements statements;
    private final Clock clock;
    private final LastGaugeValue reportAge;
    private final LastGaugeValue proposalAge;
    private final LastGaugeValue missing;

    WaitingGauges(
            Reports reports,
            SealProposals proposals,
            BankStatements statements,
            Clock clock,
            MeterRegistry meters) {
        this.reports = reports;
        this.proposals = proposals;
        this.statements = statements;
        this.clock = clock;
        this.reportAge = LastGaugeValue.of(meters, "bank_report_waiting_age_seconds");
        this.proposalAge = LastGaugeValue.of(meters, "seal_proposal_waiting_age_seconds");
        this.missing = LastGaugeValue.of(meters, "bank_statements_missing");
    }

    @Scheduled(
            every = "${pkh.disbursement.bank.sweep.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            reportAge.read(() -> ageSeconds(reports::oldestWaiting));
        } finally {
            try {
                proposalAge.read(() -> ageSeconds(proposals::oldestOpen));
            } finally {
                missing.read(
                        () -> QuarkusTransaction.requiringNew().call(statements::countMissing));
            }
        }
    }

    private long ageSeconds(Supplier<Optional<Instant>> oldest) {
        return QuarkusTransaction.requiringNew()
                .call(oldest::get)
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
