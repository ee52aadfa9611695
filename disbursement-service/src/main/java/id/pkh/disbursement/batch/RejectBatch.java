package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.Instructions.Cause;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.money.domain.MoneyState;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A second person throws a batch out before it is sent; its payments can be prepared again. */
@ApplicationScoped
public class RejectBatch {

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final Instructions instructions;
    private final Clock clock;

    RejectBatch(LockedBatch lockedBatch, Batches batches, Instructions instructions, Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.instructions = instructions;
        this.clock = clock;
    }

    @Transactional
    public Batch handle(UUID batchId, String reason, String approver, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.rejectionRefusal(approver), batch);
        Instant now = clock.instant();
        batches.reject(batchId, reason, approver, now);
        Cause cause = new Cause("REJECTION", approver, now);
        instructions.move(batchId, MoneyState.SEALED, MoneyState.VOIDED, cause);
        instructions.move(batchId, MoneyState.APPROVED, MoneyState.VOIDED, cause);
        return batches.byId(batchId).orElseThrow();
    }
}
