package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * A second person, who did not seal the cycle either, approves exactly the list with the given
 * hash.
 */
@ApplicationScoped
public class ApproveBatch {

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final CountBatch countBatch;
    private final CycleSeals seals;
    private final Clock clock;

    ApproveBatch(
            LockedBatch lockedBatch,
            Batches batches,
            CountBatch countBatch,
            CycleSeals seals,
            Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.countBatch = countBatch;
        this.seals = seals;
        this.clock = clock;
    }

    @Transactional
    public Batch handle(UUID batchId, String sha256, String approver, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.approvalRefusal(approver, sha256), batch);
        refuseIfSealedBy(approver, batch);
        countBatch.requireUnchanged(batch);
        batches.approve(batchId, sha256, approver, clock.instant());
        return batches.byId(batchId).orElseThrow();
    }

    /** The list and its files are checked by different persons. */
    private void refuseIfSealedBy(String approver, Batch batch) {
        if (seals.of(batch.cycleId()).filter(seal -> seal.isBy(approver)).isPresent()) {
            throw Refused.because("BATCH_APPROVER_SEALED")
                    .with("message_id", batch.messageId())
                    .with("cycle_code", batch.cycleCode());
        }
    }
}
