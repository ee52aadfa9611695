package id.pkh.disbursement.money.schedule;

import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.cycle.CycleSeals.SealedCycle;
import id.pkh.disbursement.money.ReconcileCycle;
import id.pkh.platform.messaging.metrics.LastGaugeValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Reconciles the recently sealed cycles on a schedule: the gauge {@code
 * payments_reconciliation_diff} is the difference in rupiah over all of them.
 */
@Startup
@ApplicationScoped
class ReconciliationGauge {

    private static final Logger LOG = Logger.getLogger(ReconciliationGauge.class);

    private final CycleSeals seals;
    private final ReconcileCycle reconcileCycle;
    private final DisbursementConfig.Money config;
    private final Clock clock;
    private final LastGaugeValue difference;

    ReconciliationGauge(
            CycleSeals seals,
            ReconcileCycle reconcileCycle,
            DisbursementConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.seals = seals;
        this.reconcileCycle = reconcileCycle;
        this.config = config.money();
        this.clock = clock;
        this.difference = LastGaugeValue.of(meters, "payments_reconciliation_diff");
    }

    @Scheduled(
            every = "${pkh.disbursement.money.watch.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        difference.read(this::differenceIdr);
    }

    private long differenceIdr() {
        long sum = 0;
        for (SealedCycle sealed : seals.since(clock.instant().minus(config.watchFor()))) {
            long one =
                    reconcileCycle
                            .handle(sealed.cycleId(), sealed.seal())
                            .balance()
                            .differenceIdr();
            if (one != 0) {
                LOG.errorf(
                        "the money of cycle %s does not add up: %d rupiah",
                        sealed.cycleCode(), one);
            }
            sum = Math.addExact(sum, one);
        }
        return sum;
    }
}
