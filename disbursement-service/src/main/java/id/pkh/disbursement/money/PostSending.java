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

    /** Returns when all instructions of the batch are marked. */
    public void complete(UUID batchId) {
        while (postNext(batchId)) {
            // the next chunk
        }
    }

    /**
     * The same, but returns after this time at the latest. The batch is sent already, so a chunk
     * that fails does not fail the caller: the schedule continues with it.
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

    /** Completes what a request or a crashed service has left; one that fails stops no other. */
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
