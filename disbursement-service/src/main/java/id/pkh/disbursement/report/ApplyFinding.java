package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.FindingEffect;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.instruction.domain.StatusTrigger;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.money.PostStatusChanges;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.disbursement.report.domain.BankReasons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * Ends an attempt about which two people asked the bank. While it has no final status, a payment
 * that was found to be paid is credited, and one that was found not to be paid is refused; only
 * then may it be sent again. A final status stays, and the finding next to it.
 */
@ApplicationScoped
class ApplyFinding implements FindingEffect {

    private static final String PAID = "PAID";

    private final Batches batches;
    private final InstructionStatuses statuses;
    private final PostStatusChanges postStatusChanges;

    ApplyFinding(
            Batches batches, InstructionStatuses statuses, PostStatusChanges postStatusChanges) {
        this.batches = batches;
        this.statuses = statuses;
        this.postStatusChanges = postStatusChanges;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void found(BankException settled, Instant at) {
        About about = settled.about();
        if (settled.finding() == null || about.instructionId() == null) {
            return;
        }
        Batch batch = batches.byId(about.batchId()).orElseThrow();
        statuses.lockBatch(batch.batchId());
        statuses.byIds(batch.batchId(), List.of(about.instructionId()))
                .forEach(attempt -> end(attempt, settled, batch, at));
    }

    private void end(Instruction attempt, BankException settled, Batch batch, Instant at) {
        boolean paid = settled.finding().equals(PAID);
        attempt.status()
                .on(paid ? StatusTrigger.CREDIT : StatusTrigger.REJECT)
                .ifPresent(next -> post(attempt, next, settled, batch, at));
    }

    private void post(
            Instruction attempt,
            InstructionStatus next,
            BankException settled,
            Batch batch,
            Instant at) {
        String reason = next == InstructionStatus.REJECTED ? BankReasons.FOUND_NOT_PAID : null;
        postStatusChanges.handle(
                new BatchReference(batch.batchId(), batch.bank(), batch.cycleCode()),
                List.of(new StatusChange(attempt, next, null, null, reason)),
                StatusChangeSource.finding(settled.exceptionId(), at));
    }
}
