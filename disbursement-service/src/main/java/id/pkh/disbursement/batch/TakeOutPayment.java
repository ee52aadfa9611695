package id.pkh.disbursement.batch;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.TakenOutPayments.TakenOut;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import id.pkh.disbursement.batch.domain.TakingOutReason;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.finding.BatchFindings;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.disbursement.money.VoidInstructions;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Takes one payment out of a batch that is not approved. The payment is held by a correction until
 * two people settle it, and the person becomes a maker of the batch: another person approves what
 * is left, by its new hash.
 */
@ApplicationScoped
public class TakeOutPayment {

    /** What a person wants, and the list that the person has read. */
    public record Wanted(UUID paymentId, String listSha256, TakingOutReason reason, Reason words) {}

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final CountBatch countBatch;
    private final VoidInstructions voidInstructions;
    private final TakenOutPayments takenOutPayments;
    private final BankExceptions exceptions;
    private final BatchFindings findings;
    private final Clock clock;

    TakeOutPayment(
            LockedBatch lockedBatch,
            Batches batches,
            CountBatch countBatch,
            VoidInstructions voidInstructions,
            TakenOutPayments takenOutPayments,
            BankExceptions exceptions,
            BatchFindings findings,
            Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.countBatch = countBatch;
        this.voidInstructions = voidInstructions;
        this.takenOutPayments = takenOutPayments;
        this.exceptions = exceptions;
        this.findings = findings;
        this.clock = clock;
    }

    @Transactional
    public Batch handle(UUID batchId, Wanted wanted, String person, AreaScope areas) {
        Batch batch = lockedBatch.of(batchId, areas);
        LockedBatch.refuseFor(batch.takingOutRefusal(wanted.listSha256()), batch);
        countBatch.requireUnchanged(batch);
        Instant now = clock.instant();
        Instruction taken =
                voidInstructions
                        .takeOut(
                                new BatchReference(batchId, batch.bank(), batch.cycleCode()),
                                wanted.paymentId(),
                                wanted.reason().name(),
                                StatusChangeSource.takingOut(person, now))
                        .orElseThrow(() -> notInBatch(batch));
        exceptions.add(List.of(correction(batch, taken, wanted, now)));
        Figures left = countBatch.count(batch, batch.figures().at());
        takenOutPayments.add(
                new TakenOut(
                        taken.instructionId(),
                        batchId,
                        taken.paymentId(),
                        taken.amountIdr(),
                        wanted.reason(),
                        wanted.words().text(),
                        person,
                        now,
                        batch.figures().listSha256(),
                        left.listSha256()));
        batches.takenOut(batchId, left, person);
        findings.forgetSharedWith(batchId);
        findings.make(batchId, now);
        return batches.byId(batchId).orElseThrow();
    }

    private static Refused notInBatch(Batch batch) {
        return Refused.because("PAYMENT_NOT_IN_BATCH").with("message_id", batch.messageId());
    }

    private static BankException correction(
            Batch batch, Instruction taken, Wanted wanted, Instant now) {
        return BankException.found(
                UuidCreator.getTimeOrderedEpoch(),
                ExceptionClass.CORRECTION_PENDING.name(),
                wanted.reason().name(),
                new About(
                        batch.bank(),
                        batch.cycleId(),
                        taken.villageCode(),
                        taken.kpmId(),
                        taken.paymentId(),
                        batch.batchId(),
                        taken.instructionId(),
                        null,
                        null,
                        taken.amountIdr()),
                now);
    }
}
