package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.batch.domain.BatchStatus;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.finding.BatchFindings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes the findings of all prepared batches of a cycle, when the accounts of all families are
 * known. A preparation is done only with them; it makes them again when it was interrupted here.
 */
@ApplicationScoped
class MakeFindings {

    private final PreparationRuns runs;
    private final Batches batches;
    private final BatchFindings findings;
    private final DisbursementConfig config;
    private final Clock clock;

    MakeFindings(
            PreparationRuns runs,
            Batches batches,
            BatchFindings findings,
            DisbursementConfig config,
            Clock clock) {
        this.runs = runs;
        this.batches = batches;
        this.findings = findings;
        this.config = config;
        this.clock = clock;
    }

    void handle(Run run, UUID owner) {
        QuarkusTransaction.requiringNew()
                .call(() -> batches.prepared(run.cycleId()))
                .forEach(
                        batchId ->
                                QuarkusTransaction.requiringNew()
                                        .run(() -> make(run.runId(), owner, batchId)));
    }

    /** The lock keeps the content as it is until the findings are made of it. */
    private void make(UUID runId, UUID owner, UUID batchId) {
        Instant now = clock.instant();
        runs.renew(runId, owner, now.plus(config.bank().lease()))
                .flatMap(ours -> batches.lock(batchId))
                .filter(batch -> batch.status() == BatchStatus.PREPARED)
                .ifPresent(batch -> findings.make(batchId, now));
    }
}
