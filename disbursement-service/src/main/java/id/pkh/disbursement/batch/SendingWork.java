package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.money.PostStatusChanges;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.JobWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Marks the instructions of a sent batch as sent, line after line. The job has the batch's id. */
@ApplicationScoped
class SendingWork implements JobWork<Integer> {

    private static final String KIND = "batch-sending";

    private final Batches batches;
    private final InstructionStatuses statuses;
    private final PostStatusChanges postStatusChanges;
    private final DisbursementConfig config;

    SendingWork(
            Batches batches,
            InstructionStatuses statuses,
            PostStatusChanges postStatusChanges,
            DisbursementConfig config) {
        this.batches = batches;
        this.statuses = statuses;
        this.postStatusChanges = postStatusChanges;
        this.config = config;
    }

    static JobOrder order(Batch batch, String sender) {
        return new JobOrder(
                KIND, batch.messageId(), batch.batchId().toString(), batch.lines(), sender);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Integer> next(Job job, Optional<Integer> after, int limit) {
        int first = after.orElse(0) + 1;
        int last = (int) Math.min(job.itemsTotal(), first + limit - 1L);
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    @Override
    public void apply(Job job, List<Integer> lines) {
        UUID batchId = UUID.fromString(job.parameters());
        statuses.lockBatch(batchId);
        Batch batch = batches.byId(batchId).orElseThrow();
        List<StatusChange> changes =
                statuses.onLines(batchId, lines.get(0), lines.get(lines.size() - 1)).stream()
                        .map(one -> StatusChange.of(one, InstructionStatus.SENT))
                        .toList();
        postStatusChanges.handle(
                new BatchReference(batch.batchId(), batch.bank(), batch.cycleCode()),
                changes,
                StatusChangeSource.sending(batch.sending().by(), batch.sending().at()));
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
        return config.bank().sendingChunkLines();
    }

    /** A report must not find an instruction that was left out, so none may be. */
    @Override
    public boolean maySetAside() {
        return false;
    }
}
