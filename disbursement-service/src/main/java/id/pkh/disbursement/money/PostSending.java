package id.pkh.disbursement.money;

import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.SendingRuns.SendingRun;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Marks the instructions of a sent batch as sent, chunk by chunk, each in a transaction of its own.
 * After a crash any instance resumes after the last chunk.
 */
@ApplicationScoped
public class PostSending {

    private static final Logger LOG = Logger.getLogger(PostSending.class);

    private final SendingRuns runs;
    private final InstructionStatuses statuses;
    private final PostStatusChanges postStatusChanges;
    private final int linesOfChunk;
    private final Clock clock;

    PostSending(
            SendingRuns runs,
            InstructionStatuses statuses,
            PostStatusChanges postStatusChanges,
            DisbursementConfig config,
            Clock clock) {
        this.runs = runs;
        this.statuses = statuses;
        this.postStatusChanges = postStatusChanges;
        this.linesOfChunk = config.bank().sendingChunkLines();
        this.clock = clock;
    }

    /** Marks all instructions of the batch. */
    public void complete(UUID batchId) {
        while (postNext(batchId)) {
            // the next chunk
        }
    }

    /**
     * Marks instructions of the batch until the time limit. The batch is already sent, so a failed
     * chunk does not fail the caller: the scheduled job retries it.
     */
    public void completeWithin(UUID batchId, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        orOnSchedule(
                batchId,
                () -> {
                    while (System.nanoTime() < until && postNext(batchId)) {
                        // the next chunk
                    }
                });
    }

    /**
     * Completes the sendings that a request or a crashed service left unfinished. A sending that
     * fails does not stop the others.
     */
    public void resume() {
        for (UUID batchId : runs.unfinished()) {
            orOnSchedule(batchId, () -> complete(batchId));
        }
    }

    private static void orOnSchedule(UUID batchId, Runnable posting) {
        try {
            posting.run();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "the sending of batch %s is not posted; tried again", batchId);
        }
    }

    /** Returns whether there may be more. */
    private boolean postNext(UUID batchId) {
        return Collisions.retried(
                () -> QuarkusTransaction.requiringNew().call(() -> postChunk(batchId)));
    }

    private boolean postChunk(UUID batchId) {
        statuses.lockBatch(batchId);
        Optional<SendingRun> unfinished = runs.lockUnfinished(batchId);
        if (unfinished.isEmpty()) {
            return false;
        }
        SendingRun run = unfinished.get();
        int last = Math.min(run.lines(), run.postedLine() + linesOfChunk);
        List<StatusChange> changes =
                statuses.onLines(batchId, run.postedLine() + 1, last).stream()
                        .map(one -> StatusChange.of(one, InstructionStatus.SENT))
                        .toList();
        StatusChangeSource source = StatusChangeSource.sending(run.sentBy(), run.sentAt());
        run.act().run(() -> postStatusChanges.handle(run.batch(), changes, source));
        runs.advance(batchId, last);
        if (last == run.lines()) {
            runs.finish(batchId, clock.instant());
        }
        return last < run.lines();
    }
}
