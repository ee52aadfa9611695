package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.finding.BatchFindings;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.disbursement.money.VoidInstructions;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A second person rejects a batch before it is sent. Its payments can then be prepared again. */
@ApplicationScoped
public class RejectBatch {

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final VoidInstructions voidInstructions;
    private final BatchFindings findings;
    private final Clock clock;

    RejectBatch(
            LockedBatch lockedBatch,
            Batches batches,
            VoidInstructions voidInstructions,
            BatchFindings findings,
            Clock clock) {
        this.voidInstructions = voidInstructions;
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.findings = findings;
        this.clock = clock;
    }

    @Transactional
    public Batch handle(
            UUID batchId, String sha256, Reason reason, String approver, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.rejectionRefusal(approver, sha256), batch);
        Instant now = clock.instant();
        voidInstructions.handle(
                new BatchReference(batchId, batch.bank(), batch.cycleCode()),
                batch.lines(),
                StatusChangeSource.rejection(approver, now));
        batches.reject(batchId, reason.text(), approver, now);
        findings.forgetSharedWith(batchId);
        return batches.byId(batchId).orElseThrow();
    }
}
