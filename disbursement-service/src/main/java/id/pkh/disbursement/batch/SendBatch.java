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
 * A third person states that the file has gone to the bank. What is counted now is what was
 * approved, or nothing is sent. The instructions follow chunk by chunk, at once as far as the
 * caller can wait for them.
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
     * A report that is being applied meanwhile and contradicts an earlier one counts as one that
     * comes after the sending: it reads nothing that the sending writes.
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
