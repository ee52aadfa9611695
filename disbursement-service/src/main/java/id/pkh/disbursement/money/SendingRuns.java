package id.pkh.disbursement.money;

import id.pkh.platform.messaging.trace.Causation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Batches whose instructions are being marked as sent. */
public interface SendingRuns {

    /**
     * @param postedLine the last line of the batch that is marked as sent
     * @param act the act that caused the events
     */
    record SendingRun(
            BatchReference batch,
            int lines,
            String sentBy,
            Instant sentAt,
            int postedLine,
            Causation act) {}

    /** Adds a batch that was just sent. */
    void begin(UUID batchId, Causation act);

    /** Locks the run of the batch; empty when all of its instructions are marked. */
    Optional<SendingRun> lockUnfinished(UUID batchId);

    List<UUID> unfinished();

    /**
     * The time of sending of the batch that has waited longest for its instructions to be marked.
     */
    Optional<Instant> oldestUnfinished();

    void advance(UUID batchId, int postedLine);

    void finish(UUID batchId, Instant at);
}
