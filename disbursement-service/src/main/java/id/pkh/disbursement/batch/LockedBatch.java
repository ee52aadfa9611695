package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Locks batches for callers who may act on them: callers whose areas contain every family of the
 * batch.
 */
@ApplicationScoped
public class LockedBatch {

    private final Batches batches;
    private final Instructions instructions;

    LockedBatch(Batches batches, Instructions instructions) {
        this.batches = batches;
        this.instructions = instructions;
    }

    Batch of(UUID batchId, AreaScope areas) {
        Batch batch = batches.lock(batchId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        requireWithin(batch, areas);
        return batch;
    }

    public void requireWithin(Batch batch, AreaScope areas) {
        if (!areas.isEverywhere() && !instructions.areWithin(batch.batchId(), areas)) {
            throw Refused.because("AREAS_DO_NOT_COVER_PAYMENTS");
        }
    }

    /**
     * A bank's report may have arrived since the batch was prepared. A payment that a bank may have
     * paid is not sent again. A file that was already downloaded is not affected.
     */
    public void refuseIfDisputed(Batch batch) {
        if (batch.fileGivenAt() != null || batch.sending() != null) {
            return;
        }
        long disputed = instructions.countDisputed(batch.batchId());
        if (disputed > 0) {
            throw Refused.because("BATCH_DISPUTED")
                    .with("message_id", batch.messageId())
                    .with("payments", disputed);
        }
    }

    static void refuseFor(Optional<String> refusal, Batch batch) {
        refusal.ifPresent(
                code -> {
                    throw Refused.because(code)
                            .with("message_id", batch.messageId())
                            .with("status", batch.status().name());
                });
    }
}
