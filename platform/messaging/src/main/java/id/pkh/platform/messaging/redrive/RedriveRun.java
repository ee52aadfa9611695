package id.pkh.platform.messaging.redrive;

import id.pkh.platform.messaging.parking.TopicKey;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A redrive: what was requested, how far it is, and its results.
 *
 * @param endId the newest event that was parked at the start
 * @param positionId the last event of the selection that is settled
 * @param followingTopic of a key with more waiting events than one transaction takes, or null
 * @param followingKey that key, or null
 * @param selected events that matched at the start
 * @param progress how many of those are settled, and how
 */
public record RedriveRun(
        UUID id,
        long runNo,
        @Nested Selection selection,
        String requestedBy,
        Instant requestedAt,
        State state,
        long endId,
        long positionId,
        String followingTopic,
        String followingKey,
        long selected,
        @Nested Progress progress,
        Instant updatedAt,
        Instant finishedAt,
        String stoppedBy) {

    /** The key that is worked on over several transactions, or null. */
    TopicKey following() {
        return followingTopic == null ? null : new TopicKey(followingTopic, followingKey);
    }

    public enum State {
        RUNNING,
        DONE,
        STOPPED
    }

    /**
     * Counts of a redrive, or what one transaction adds to them.
     *
     * @param settled selected events that need no further work of this redrive
     * @param redriven events applied now, including those that waited behind a selected one
     * @param failed events tried and parked again
     * @param blocked selected events not tried, since an earlier event of their key stays parked
     */
    public record Progress(long settled, long redriven, long failed, long blocked) {

        Progress plus(Progress other) {
            return new Progress(
                    settled + other.settled,
                    redriven + other.redriven,
                    failed + other.failed,
                    blocked + other.blocked);
        }
    }
}
