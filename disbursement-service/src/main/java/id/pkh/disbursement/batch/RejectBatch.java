package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** A second person throws a batch out before it is sent; its payments can be prepared again. */
@ApplicationScoped
public class RejectBatch {

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final Clock clock;

    RejectBatch(LockedBatch lockedBatch, Batches batches, Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.clock = clock;
    }

    @Transactional
    public Batch handle(UUID batchId, String reason, String approver, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.rejectionRefusal(approver), batch);
        batches.reject(batchId, reason, approver, clock.instant());
        return batches.byId(batchId).orElseThrow();
    }
}
