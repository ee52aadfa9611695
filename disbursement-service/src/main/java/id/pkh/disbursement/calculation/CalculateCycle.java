package id.pkh.disbursement.calculation;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.calculation.CalculationRuns.Run;
import id.pkh.disbursement.calculation.CalculationRuns.RunStatus;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.payment.PaymentFamilies;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Calculates what every family is entitled to in a cycle, or recalculates it. The calculation
 * continues without its caller; a caller that still waits when it ends gets the result.
 */
@ApplicationScoped
public class CalculateCycle {

    private final Cycles cycles;
    private final CalculationRuns runs;
    private final PaymentFamilies families;
    private final CalculationWalk walk;
    private final DisbursementConfig config;
    private final Clock clock;

    CalculateCycle(
            Cycles cycles,
            CalculationRuns runs,
            PaymentFamilies families,
            CalculationWalk walk,
            DisbursementConfig config,
            Clock clock) {
        this.cycles = cycles;
        this.runs = runs;
        this.families = families;
        this.walk = walk;
        this.config = config;
        this.clock = clock;
    }

    /** Starts a run, resumes an interrupted one, or joins the one in progress. */
    public Run handle(String cycleCode, String officer) {
        Start start = QuarkusTransaction.requiringNew().call(() -> startOrJoin(cycleCode, officer));
        if (start.isOurs()) {
            walk.begin(start.run(), Causation.current());
        }
        walk.await(start.run());
        return QuarkusTransaction.requiringNew()
                .call(() -> runs.latest(start.run().cycleId()).orElseThrow());
    }

    private Start startOrJoin(String cycleCode, String officer) {
        UUID cycleId =
                cycles.byCode(cycleCode).orElseThrow(() -> Refused.because("NOT_FOUND")).cycleId();
        // the same order of locks as a chunk: first the run, then the cycle
        runs.lockUnfinished(cycleId);
        PaymentCycle cycle = cycles.lockForCalculation(cycleCode).orElseThrow();
        if (cycle.isSealed()) {
            throw Refused.because("CYCLE_ALREADY_SEALED").with("cycle_code", cycleCode);
        }
        Instant now = clock.instant();
        Optional<Run> unfinished =
                runs.latest(cycleId).filter(run -> run.status() != RunStatus.DONE);
        if (unfinished.isPresent() && unfinished.get().isOwnedAt(now)) {
            return new Start(unfinished.get(), false);
        }
        if (cycle.status() != CycleStatus.CALCULATING) {
            cycles.changeStatus(cycleId, CycleStatus.CALCULATING);
        }
        UUID owner = UuidCreator.getTimeOrderedEpoch();
        Instant leasedUntil = now.plus(config.calculation().lease());
        if (unfinished.isPresent()) {
            runs.takeOver(unfinished.get().runId(), owner, leasedUntil);
        } else {
            runs.start(newRun(cycle, officer, owner, now, leasedUntil));
        }
        return new Start(runs.latest(cycleId).orElseThrow(), true);
    }

    private Run newRun(
            PaymentCycle cycle, String officer, UUID owner, Instant now, Instant leasedUntil) {
        return new Run(
                UuidCreator.getTimeOrderedEpoch(),
                cycle.cycleId(),
                RunStatus.RUNNING,
                null,
                families.countToCalculate(cycle),
                0,
                0,
                officer,
                now,
                null,
                null,
                owner,
                leasedUntil);
    }

    private record Start(Run run, boolean isOurs) {}
}
