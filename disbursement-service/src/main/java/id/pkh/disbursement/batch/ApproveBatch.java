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

/** A second person approves exactly what the hash names. */
@ApplicationScoped
public class ApproveBatch {

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final Instructions instructions;
    private final CountBatch countBatch;
    private final Clock clock;

    ApproveBatch(
            LockedBatch lockedBatch,
            Batches batches,
            Instructions instructions,
            CountBatch countBatch,
            Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.instructions = instructions;
        this.countBatch = countBatch;
        this.clock = clock;
    }

    @Transactional
    public Batch handle(UUID batchId, String sha256, String approver, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.approvalRefusal(approver, sha256), batch);
        countBatch.requireUnchanged(batch, line -> {});
        Instant now = clock.instant();
        batches.approve(batchId, sha256, approver, now);
        instructions.move(
                batchId,
                MoneyState.SEALED,
                MoneyState.APPROVED,
                new Cause("APPROVAL", approver, now));
        return batches.byId(batchId).orElseThrow();
    }
}
