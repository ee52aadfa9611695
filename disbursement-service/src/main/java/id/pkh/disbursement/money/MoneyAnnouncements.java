package id.pkh.disbursement.money;

import id.pkh.disbursement.payment.LockedFamilies;
import java.util.List;

/** What others hear of money at the banks. */
public interface MoneyAnnouncements {

    /** Announces in this order; each event takes the next version of its family. */
    void announce(List<MoneyNews> news, LockedFamilies families);
}
