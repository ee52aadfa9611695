package id.pkh.disbursement.money;

import id.pkh.disbursement.payment.LockedFamilies;
import java.time.Instant;
import java.util.List;

/** Publishes changes of status. */
public interface StatusAnnouncements {

    /** Whether the change is published. */
    boolean isPublished(StatusChange change);

    /**
     * Publishes the changes in this order; each event takes the next version of its family.
     *
     * @param at time at which the status changed
     */
    void announce(
            BatchReference batch, List<StatusChange> changes, LockedFamilies families, Instant at);
}
