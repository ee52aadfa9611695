package id.pkh.disbursement.payment;

import java.util.List;

/** Publishes changes of payments. */
public interface PaymentAnnouncements {

    /** Publishes changes in their order. Each event takes the next version of its family. */
    void announce(List<AnnouncedChange> changes, LockedFamilies families, Triggers triggers);
}
