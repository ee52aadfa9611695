package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Batches for those who may act on them: whose areas hold every family in them. */
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
     * A bank's answer may have come since the batch was prepared: what a bank may have paid does
     * not go out again. A file that is out already is as it is.
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
