package id.pkh.disbursement.payment;

import java.util.List;

/** What others hear of payments. */
public interface PaymentAnnouncements {

    /** Announces changes in their order; each event takes the next version of its family. */
    void announce(List<PaymentNews> news, LockedFamilies families, Occasions occasions);
}
