package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.Collisions;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.money.PostSending;
import id.pkh.disbursement.money.PostStatusChanges;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.money.StatusChangeSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Marks instructions as unknown when the bank has not responded in time. An officer asks the bank
 * about them, and no payment is tried again. A late report still counts.
 */
@ApplicationScoped
public class MarkOverdue {

    private static final int BATCHES_AT_ONCE = 1_000;
    private static final int INSTRUCTIONS_AT_ONCE = 5_000;

    private final Batches batches;
    private final PostSending postSending;
    private final InstructionStatuses statuses;
    private final PostStatusChanges postStatusChanges;
    private final BankExceptions exceptions;
    private final DisbursementConfig config;
    private final Clock clock;

    MarkOverdue(
            Batches batches,
            PostSending postSending,
            InstructionStatuses statuses,
            PostStatusChanges postStatusChanges,
            BankExceptions exceptions,
            DisbursementConfig config,
            Clock clock) {
        this.batches = batches;
        this.postSending = postSending;
        this.statuses = statuses;
        this.postStatusChanges = postStatusChanges;
        this.exceptions = exceptions;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the number of instructions that became unknown. */
    public long handle() {
        return handle(config.bank().answerWithin());
    }

    /** A bank may take {@code patience} to respond. */
    long handle(Duration patience) {
        Instant sentBefore = clock.instant().minus(patience);
        List<Batch> overdue =
                QuarkusTransaction.requiringNew()
                        .call(() -> batches.unanswered(sentBefore, BATCHES_AT_ONCE));
        long marked = 0;
        for (Batch batch : overdue) {
            postSending.complete(batch.batchId());
            int some;
            do {
                some =
                        Collisions.retried(
                                () -> QuarkusTransaction.requiringNew().call(() -> mark(batch)));
                marked += some;
            } while (some > 0);
        }
        return marked;
    }

    /**
     * When no instruction is left, the batch is not checked again, because no status leads back to
     * SENT.
     */
    private int mark(Batch batch) {
        statuses.lockBatch(batch.batchId());
        List<Instruction> some = statuses.unanswered(batch.batchId(), INSTRUCTIONS_AT_ONCE);
        Instant now = clock.instant();
        if (some.isEmpty()) {
            batches.overdueMarked(batch.batchId(), now);
            return 0;
        }
        postStatusChanges.handle(
                new BatchReference(batch.batchId(), batch.bank(), batch.cycleCode()),
                some.stream().map(one -> StatusChange.of(one, InstructionStatus.UNKNOWN)).toList(),
                StatusChangeSource.timeout(batch.batchId(), now));
        exceptions.add(List.of(missing(batch, some, now)));
        return some.size();
    }

    private static BankException missing(Batch batch, List<Instruction> some, Instant now) {
        return BankException.found(
                UuidCreator.getTimeOrderedEpoch(),
                ExceptionClass.MISSING_AFTER_SLA.name(),
                "NO_ANSWER",
                new About(
                        batch.bank(),
                        batch.cycleId(),
                        null,
                        null,
                        null,
                        batch.batchId(),
                        null,
                        null,
                        null,
                        some.stream().mapToLong(Instruction::amountIdr).sum()),
                now);
    }
}
