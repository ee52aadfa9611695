package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.BatchStatus;
import id.pkh.disbursement.finding.BatchFindings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes the findings of all prepared batches of a cycle when a preparation is done: only then are
 * the accounts of all families known. Without them pages are slow and still right.
 */
@ApplicationScoped
class MakeFindings {

    private static final Logger LOG = Logger.getLogger(MakeFindings.class);

    private final Batches batches;
    private final BatchFindings findings;
    private final Clock clock;

    MakeFindings(Batches batches, BatchFindings findings, Clock clock) {
        this.batches = batches;
        this.findings = findings;
        this.clock = clock;
    }

    void handle(UUID cycleId) {
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> batches.prepared(cycleId))
                    .forEach(each -> QuarkusTransaction.requiringNew().run(() -> make(each)));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "findings of cycle %s were not made after the preparation", cycleId);
        }
    }

    /** The lock keeps the content as it is until the findings are made of it. */
    private void make(UUID batchId) {
        batches.lock(batchId)
                .filter(batch -> batch.status() == BatchStatus.PREPARED)
                .ifPresent(batch -> findings.make(batchId, clock.instant()));
    }
}
