package id.pkh.disbursement.money;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Voids the instructions of a batch that is being rejected, so that their payments can be prepared
 * again.
 */
@ApplicationScoped
public class VoidInstructions {

    private static final int LINES_AT_ONCE = 5_000;

    private final InstructionStatuses statuses;
    private final PostStatusChanges postStatusChanges;

    VoidInstructions(InstructionStatuses statuses, PostStatusChanges postStatusChanges) {
        this.statuses = statuses;
        this.postStatusChanges = postStatusChanges;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(BatchReference batch, long lines, StatusChangeSource source) {
        statuses.lockBatch(batch.batchId());
        for (int first = 1; first <= lines; first += LINES_AT_ONCE) {
            List<StatusChange> changes =
                    statuses.onLines(batch.batchId(), first, first + LINES_AT_ONCE - 1).stream()
                            .map(one -> StatusChange.of(one, InstructionStatus.VOIDED))
                            .toList();
            postStatusChanges.handle(batch, changes, source);
        }
    }
}
