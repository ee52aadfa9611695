package id.pkh.disbursement.money;

import id.pkh.platform.messaging.trace.Causation;
import java.time.Instant;
import java.util.List;

/**
 * Changes of status that the previous release recorded, and whose events were not published when
 * the tables were migrated. After they are published, no new ones appear.
 */
public interface UnpublishedChanges {

    /**
     * @param act the act that caused the event
     */
    record Unpublished(BatchReference batch, Causation act, Instant at, StatusChange change) {

        /** Whether both changes belong to the same act, so that one call can publish them. */
        boolean isOfSameAct(Unpublished other) {
            return batch.equals(other.batch) && act.equals(other.act) && at.equals(other.at);
        }
    }

    /** Waits until no other instance is publishing the changes. */
    void lock();

    /** Deletes and returns the oldest changes, in their order. */
    List<Unpublished> take(int limit);
}
