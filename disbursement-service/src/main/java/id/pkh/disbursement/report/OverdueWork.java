package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.AskAboutMissing;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.MissingResponses;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.money.PostStatusChanges;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.JobWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Marks the instructions of one batch as unknown that the bank has not answered in time, line after
 * line. It starts when the sending of the batch is done.
 */
@ApplicationScoped
class OverdueWork implements JobWork<Integer> {

    private static final String KIND = "overdue-answers";
    private static final int INSTRUCTIONS_AT_ONCE = 5_000;

    private final Batches batches;
    private final InstructionStatuses statuses;
    private final PostStatusChanges postStatusChanges;
    private final MissingResponses missingResponses;
    private final AskAboutMissing askAboutMissing;
    private final Clock clock;

    OverdueWork(
            Batches batches,
            InstructionStatuses statuses,
            PostStatusChanges postStatusChanges,
            MissingResponses missingResponses,
            AskAboutMissing askAboutMissing,
            Clock clock) {
        this.batches = batches;
        this.statuses = statuses;
        this.postStatusChanges = postStatusChanges;
        this.missingResponses = missingResponses;
        this.askAboutMissing = askAboutMissing;
        this.clock = clock;
    }

    static JobOrder order(Batch batch, String requestedBy) {
        return new JobOrder(
                KIND,
                batch.messageId(),
                batch.batchId().toString(),
                null,
                requestedBy,
                batch.batchId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The lock keeps a report from answering these instructions until they are marked. */
    @Override
    public List<Integer> next(Job job, Optional<Integer> after, int limit) {
        statuses.lockBatch(batchId(job));
        return statuses.unansweredLines(batchId(job), after.orElse(0), limit);
    }

    @Override
    public void apply(Job job, List<Integer> lines) {
        Batch batch = batches.byId(batchId(job)).orElseThrow();
        Instant now = clock.instant();
        List<Instruction> unanswered =
                statuses
                        .onLines(batch.batchId(), lines.get(0), lines.get(lines.size() - 1))
                        .stream()
                        .filter(one -> one.status() == InstructionStatus.SENT)
                        .toList();
        postStatusChanges.handle(
                new BatchReference(batch.batchId(), batch.bank(), batch.cycleCode()),
                unanswered.stream()
                        .map(one -> StatusChange.of(one, InstructionStatus.UNKNOWN))
                        .toList(),
                StatusChangeSource.timeout(batch.batchId(), now));
        if (!unanswered.isEmpty()) {
            missingResponses.add(missing(batch, unanswered, now), unanswered.size());
        }
    }

    private static BankException missing(Batch batch, List<Instruction> unanswered, Instant now) {
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
                        unanswered.stream().mapToLong(Instruction::amountIdr).sum()),
                now);
    }

    /**
     * Only now is it known how many are missing. No status leads back to SENT, so the batch need
     * not be looked at again.
     */
    @Override
    public void finish(Job job) {
        Instant now = clock.instant();
        statuses.lockBatch(batchId(job));
        askAboutMissing.handle(batchId(job), now);
        batches.overdueMarked(batchId(job), now);
    }

    @Override
    public String textOf(Integer line) {
        return line.toString();
    }

    @Override
    public Integer itemOf(String text) {
        return Integer.valueOf(text);
    }

    @Override
    public int chunkItems() {
        return INSTRUCTIONS_AT_ONCE;
    }

    /** The officer who asks the bank needs the complete list. */
    @Override
    public boolean maySetAside() {
        return false;
    }

    private static UUID batchId(Job job) {
        return UUID.fromString(job.parameters());
    }
}
