package id.pkh.disbursement.batch;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.batch.PreparationRuns.RunStatus;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Prepares batches of the payable payments of a sealed cycle that have no open attempt. A repeated
 * request finds no more payments, so a preparation takes effect once.
 */
@ApplicationScoped
public class PrepareBatches {

    /**
     * The officer who requests the preparation, and the token with which the registry is called.
     */
    public record Officer(String subject, AreaScope areas, String bearerToken) {}

    private final Cycles cycles;
    private final PreparationRuns runs;
    private final Batches batches;
    private final Candidates candidates;
    private final PreparationWalk walk;
    private final DisbursementConfig config;
    private final Clock clock;

    PrepareBatches(
            Cycles cycles,
            PreparationRuns runs,
            Batches batches,
            Candidates candidates,
            PreparationWalk walk,
            DisbursementConfig config,
            Clock clock) {
        this.cycles = cycles;
        this.runs = runs;
        this.batches = batches;
        this.candidates = candidates;
        this.walk = walk;
        this.config = config;
        this.clock = clock;
    }

    /** Starts a run, resumes an interrupted run, or joins the run in progress. */
    public Run handle(String cycleCode, boolean includeFailed, Officer officer) {
        Start start =
                QuarkusTransaction.requiringNew()
                        .call(() -> startOrJoin(cycleCode, includeFailed, officer));
        if (start.isOurs()) {
            walk.begin(start.run(), officer.bearerToken(), Causation.current());
        }
        walk.await(start.run());
        return QuarkusTransaction.requiringNew()
                .call(() -> runs.byId(start.run().runId()).orElseThrow());
    }

    private Start startOrJoin(String cycleCode, boolean includeFailed, Officer officer) {
        PaymentCycle cycle =
                cycles.lockForCalculation(cycleCode)
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        refuseUnlessPayable(cycle, officer.areas());
        Instant now = clock.instant();
        Optional<Run> unfinished =
                runs.latest(cycle.cycleId()).filter(run -> run.status() != RunStatus.DONE);
        if (unfinished.isPresent() && unfinished.get().isOwnedAt(now)) {
            return new Start(unfinished.get(), false);
        }
        UUID owner = UuidCreator.getTimeOrderedEpoch();
        Instant leasedUntil = now.plus(config.bank().lease());
        if (unfinished.isPresent()) {
            Run seen = unfinished.get();
            Optional<Run> ours = runs.takeOver(seen.runId(), owner, leasedUntil);
            ours.ifPresent(run -> batches.addMaker(run.runId(), officer.subject()));
            return new Start(ours.orElse(seen), ours.isPresent());
        }
        Run run = newRun(cycle, includeFailed, officer.subject(), owner, now, leasedUntil);
        runs.start(run);
        return new Start(run, true);
    }

    private void refuseUnlessPayable(PaymentCycle cycle, AreaScope areas) {
        if (!cycle.isSealed()) {
            throw Refused.because("CYCLE_NOT_SEALED").with("cycle_code", cycle.cycleCode());
        }
        if (!candidates.areWithin(cycle.cycleId(), areas)) {
            throw Refused.because("AREAS_DO_NOT_COVER_PAYMENTS");
        }
    }

    private static Run newRun(
            PaymentCycle cycle,
            boolean includeFailed,
            String officer,
            UUID owner,
            Instant now,
            Instant leasedUntil) {
        return new Run(
                UuidCreator.getTimeOrderedEpoch(),
                cycle.cycleId(),
                RunStatus.RUNNING,
                includeFailed,
                null,
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
