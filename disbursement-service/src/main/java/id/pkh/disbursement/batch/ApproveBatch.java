package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** A second person approves exactly the list with the given hash. */
@ApplicationScoped
public class ApproveBatch {

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final CountBatch countBatch;
    private final Clock clock;

    ApproveBatch(LockedBatch lockedBatch, Batches batches, CountBatch countBatch, Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.countBatch = countBatch;
        this.clock = clock;
    }

    @Transactional
    public Batch handle(UUID batchId, String sha256, String approver, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.approvalRefusal(approver, sha256), batch);
        countBatch.requireUnchanged(batch);
        batches.approve(batchId, sha256, approver, clock.instant());
        return batches.byId(batchId).orElseThrow();
    }
}
