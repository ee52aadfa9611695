package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.money.PostSending;
import id.pkh.disbursement.money.SendingRuns;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.security.AreaScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * A third person states that the file was sent to the bank. The batch is counted again, and the
 * sending is refused if it differs from the approved list. The instructions are marked as sent
 * chunk by chunk; the request completes as many chunks as its time allows.
 */
@ApplicationScoped
public class SendBatch {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final CountBatch countBatch;
    private final SendingRuns runs;
    private final PostSending postSending;
    private final Clock clock;

    SendBatch(
            LockedBatch lockedBatch,
            Batches batches,
            CountBatch countBatch,
            SendingRuns runs,
            PostSending postSending,
            Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.countBatch = countBatch;
        this.runs = runs;
        this.postSending = postSending;
        this.clock = clock;
    }

    public Batch handle(UUID batchId, String sender, AreaScope areas) {
        Batch sent = QuarkusTransaction.requiringNew().call(() -> send(batchId, sender, areas));
        postSending.completeWithin(batchId, PATIENCE);
        return sent;
    }

    /**
     * A report that is applied at the same time and contradicts an earlier report counts as later
     * than the sending, because it reads no row that the sending writes.
     */
    private Batch send(UUID batchId, String sender, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.sendingRefusal(sender), batch);
        countBatch.requireUnchanged(batch);
        lockedBatch.refuseIfDisputed(batch);
        batches.send(batchId, sender, clock.instant());
        runs.begin(batchId, Causation.current());
        return batches.byId(batchId).orElseThrow();
    }
}
