package id.pkh.disbursement.money;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Voids the instructions of a batch that is being rejected, so that their payments can be prepared
 * again, or the one whose payment is taken out of it.
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

    /**
     * Voids the instruction of one payment.
     *
     * @return the instruction as it was; empty when the batch has none of the payment
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Instruction> takeOut(
            BatchReference batch, UUID paymentId, String reason, StatusChangeSource source) {
        statuses.lockBatch(batch.batchId());
        Optional<Instruction> found =
                statuses.byPayments(batch.batchId(), List.of(paymentId)).stream().findFirst();
        found.ifPresent(
                one ->
                        postStatusChanges.handle(
                                batch,
                                List.of(
                                        new StatusChange(
                                                one, InstructionStatus.VOIDED, null, null, reason)),
                                source));
        return found;
    }
}
