package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.treasury.RequireSp2d;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.security.AreaScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * A third person states that the file was sent to the bank. The batch is counted again, and the
 * sending is refused if it differs from the approved list, or if the treasury has not given as much
 * to the bank. A job marks the instructions as sent; the request waits a little for it.
 */
@ApplicationScoped
public class SendBatch {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final CountBatch countBatch;
    private final RequireSp2d requireSp2d;
    private final Jobs jobs;
    private final Clock clock;

    SendBatch(
            LockedBatch lockedBatch,
            Batches batches,
            CountBatch countBatch,
            RequireSp2d requireSp2d,
            Jobs jobs,
            Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.countBatch = countBatch;
        this.requireSp2d = requireSp2d;
        this.jobs = jobs;
        this.clock = clock;
    }

    public Batch handle(UUID batchId, String sha256, String sender, AreaScope areas) {
        Batch sent =
                QuarkusTransaction.requiringNew().call(() -> send(batchId, sha256, sender, areas));
        QuarkusTransaction.suspendingExisting().run(() -> jobs.await(batchId, PATIENCE));
        return sent;
    }

    /**
     * A report that is applied at the same time and contradicts an earlier report counts as later
     * than the sending, because it reads no row that the sending writes.
     */
    private Batch send(UUID batchId, String sha256, String sender, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.sendingRefusal(sender, sha256), batch);
        countBatch.requireUnchanged(batch);
        lockedBatch.refuseIfDisputed(batch);
        requireSp2d.handle(batch.cycleId(), batch.bank(), batch.figures().amountIdr());
        batches.send(batchId, sender, clock.instant());
        jobs.plan(batchId, SendingWork.order(batch, sender));
        return batches.byId(batchId).orElseThrow();
    }
}
