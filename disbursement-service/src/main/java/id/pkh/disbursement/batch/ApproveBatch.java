package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.finding.AcknowledgeFindings;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A second person, who did not seal the cycle either, approves exactly the list with the given
 * hash, and acknowledges exactly the findings with theirs.
 */
@ApplicationScoped
public class ApproveBatch {

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final CountBatch countBatch;
    private final CycleSeals seals;
    private final AcknowledgeFindings acknowledgeFindings;
    private final Clock clock;

    ApproveBatch(
            LockedBatch lockedBatch,
            Batches batches,
            CountBatch countBatch,
            CycleSeals seals,
            AcknowledgeFindings acknowledgeFindings,
            Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.countBatch = countBatch;
        this.seals = seals;
        this.acknowledgeFindings = acknowledgeFindings;
        this.clock = clock;
    }

    /**
     * What the approver has read.
     *
     * @param listSha256 hash of the list
     * @param findings number of findings; null for none
     * @param findingsSha256 hash of the findings; null for none
     */
    public record Approved(String listSha256, Long findings, String findingsSha256) {}

    /**
     * The findings are made again. If they are not those that the approver has read, nothing is
     * approved, and the findings stay for whoever reads them next.
     */
    public Batch handle(UUID batchId, Approved read, String approver, AreaScope areas) {
        QuarkusTransaction.requiringNew()
                .call(() -> approve(batchId, read, approver, areas))
                .ifPresent(
                        refused -> {
                            throw refused;
                        });
        return QuarkusTransaction.requiringNew().call(() -> batches.byId(batchId).orElseThrow());
    }

    private Optional<Refused> approve(
            UUID batchId, Approved read, String approver, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.approvalRefusal(approver, read.listSha256()), batch);
        refuseIfSealedBy(approver, batch);
        countBatch.requireUnchanged(batch);
        Optional<Refused> refused =
                acknowledgeFindings.handle(
                        batchId, read.findings(), read.findingsSha256(), approver);
        if (refused.isEmpty()) {
            batches.approve(batchId, read.listSha256(), approver, clock.instant());
        }
        return refused;
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
