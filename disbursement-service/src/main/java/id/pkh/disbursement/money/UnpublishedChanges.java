package id.pkh.disbursement.money;

import id.pkh.platform.messaging.trace.Causation;
import java.time.Instant;
import java.util.List;

/**
 * Changes of status from before instructions had their status in their row, whose events were not
 * published when the tables changed. Once they are published there are never any again.
 */
public interface UnpublishedChanges {

    /**
     * @param act what the event is caused by
     */
    record Unpublished(BatchReference batch, Causation act, Instant at, StatusChange change) {

        /** Whether both changed with each other, so that one call can publish them. */
        boolean isOfSameAct(Unpublished other) {
            return batch.equals(other.batch) && act.equals(other.act) && at.equals(other.at);
        }
    }

    /** Waits until no other instance publishes them. */
    void lock();

    /** Takes away the oldest ones, in their order. */
    List<Unpublished> take(int limit);
}
