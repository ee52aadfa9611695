package id.pkh.platform.messaging;

import id.pkh.platform.messaging.ParkedTable.TopicKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A redrive: what was asked for, how far it is, and what came of it.
 *
 * @param endId the newest event parked at the start
 * @param following a key of which more waits behind than one transaction takes, or null
 * @param selected events that matched at the start
 * @param settled how many of those it has dealt with
 * @param redriven applied now, those that waited behind a selected one included
 * @param failed tried and parked again
 * @param blocked not tried, since an earlier event of the same key stays parked
 */
record RedriveRun(
        UUID id,
        long runNo,
        Selection selection,
        String requestedBy,
        Instant requestedAt,
        State state,
        long endId,
        long positionId,
        TopicKey following,
        long selected,
        long settled,
        long redriven,
        long failed,
        long blocked,
        Instant updatedAt,
        Instant finishedAt,
        String stoppedBy) {

    enum State {
        RUNNING,
        DONE,
        STOPPED
    }

    /** What one transaction adds to the counts. */
    record Gain(long settled, long redriven, long failed, long blocked) {

        static final Gain NONE = new Gain(0, 0, 0, 0);

        Gain plus(Gain other) {
            return new Gain(
                    settled + other.settled,
                    redriven + other.redriven,
                    failed + other.failed,
                    blocked + other.blocked);
        }
    }
}
