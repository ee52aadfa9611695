package id.pkh.disbursement.calculation;

import id.pkh.disbursement.calculation.CalculationRuns.Run;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.payment.PaymentFamilies;
import id.pkh.disbursement.payment.RecomputePayments;
import id.pkh.disbursement.payment.Trigger;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.persistence.SqlState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * One chunk of a calculation: some families, their payments and the checkpoint in one transaction.
 */
@ApplicationScoped
class CalculateChunk {

    private static final Logger LOG = Logger.getLogger(CalculateChunk.class);
    private static final int MAX_ATTEMPTS = 5;

    private final CalculationRuns runs;
    private final Cycles cycles;
    private final PaymentFamilies families;
    private final RecomputePayments recompute;
    private final DisbursementConfig config;
    private final Clock clock;

    CalculateChunk(
            CalculationRuns runs,
            Cycles cycles,
            PaymentFamilies families,
            RecomputePayments recompute,
            DisbursementConfig config,
            Clock clock) {
        this.runs = runs;
        this.cycles = cycles;
        this.families = families;
        this.recompute = recompute;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Returns whether there may be more families. A chunk that collided with the locks of another
     * transaction is retried.
     */
    boolean next(UUID runId, UUID owner) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> inTransaction(runId, owner));
            } catch (RuntimeException failure) {
                if (attempt == MAX_ATTEMPTS || !isCollision(failure)) {
                    throw failure;
                }
                LOG.debugf("chunk of run %s collided with other locks, attempt %d", runId, attempt);
            }
        }
    }

    private boolean inTransaction(UUID runId, UUID owner) {
        Instant now = clock.instant();
        Optional<Run> renewed = runs.renew(runId, owner, now.plus(config.calculation().lease()));
        if (renewed.isEmpty()) {
            return false;
        }
        Run run = renewed.get();
        PaymentCycle cycle = cycles.byIds(List.of(run.cycleId())).get(run.cycleId());
        List<UUID> kpmIds =
                families.toCalculate(cycle, run.checkpoint(), config.calculation().chunkFamilies());
        if (kpmIds.isEmpty()) {
            finish(cycle, runId, now);
            return false;
        }
        LockedFamilies locked = families.lock(kpmIds);
        cycle = cycles.keepUnsealed(run.cycleId());
        Trigger trigger = new Trigger(Trigger.CALCULATION, runId.toString(), Causation.current());
        int changed =
                recompute.handle(List.of(cycle), locked, new HashSet<>(kpmIds), kpmId -> trigger);
        families.saveVersions(locked);
        runs.advance(runId, kpmIds.get(kpmIds.size() - 1), kpmIds.size(), changed);
        return true;
    }

    /**
     * A cycle that was reopened in the meantime stays open, because it needs another calculation.
     */
    private void finish(PaymentCycle cycle, UUID runId, Instant now) {
        runs.finish(runId, now);
        PaymentCycle locked = cycles.lockForCalculation(cycle.cycleCode()).orElseThrow();
        if (locked.status() == CycleStatus.CALCULATING) {
            cycles.changeStatus(cycle.cycleId(), CycleStatus.CALCULATED);
        }
    }

    private static boolean isCollision(Throwable failure) {
        return SqlState.of(failure).filter(s -> s.kind() == SqlState.Kind.COLLISION).isPresent();
    }
}
