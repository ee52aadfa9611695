package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.money.Cause;
import id.pkh.disbursement.money.InstructionPages;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * A third person says that the file has gone to the bank. What is counted now is what was approved,
 * or nothing is sent.
 */
@ApplicationScoped
public class SendBatch {

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final CountBatch countBatch;
    private final InstructionPages pages;
    private final Clock clock;

    SendBatch(
            LockedBatch lockedBatch,
            Batches batches,
            CountBatch countBatch,
            InstructionPages pages,
            Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.countBatch = countBatch;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * A bank's answer that is being applied meanwhile and contradicts an earlier one counts as one
     * that comes after the sending: it reads nothing that the sending writes.
     */
    @Transactional
    public Batch handle(UUID batchId, String sender, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.sendingRefusal(sender), batch);
        countBatch.requireUnchanged(batch);
        lockedBatch.refuseIfDisputed(batch);
        Instant now = clock.instant();
        batches.send(batchId, sender, now);
        pages.begin(batchId, batch.figures().payments(), new Cause(Cause.SENDING, sender, now));
        return batches.byId(batchId).orElseThrow();
    }
}
