package id.pkh.disbursement.money;

import id.pkh.disbursement.payment.LockedFamilies;
import java.time.Instant;
import java.util.List;

/** What others hear of money at the banks. */
public interface MoneyAnnouncements {

    /**
     * Announces in this order; each event takes the next version of its family.
     *
     * @param at when it moved, which may be a while ago
     */
    void announce(List<MoneyNews> news, LockedFamilies families, Instant at);
}
