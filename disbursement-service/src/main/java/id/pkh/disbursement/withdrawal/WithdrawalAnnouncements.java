package id.pkh.disbursement.withdrawal;

import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.withdrawal.WithdrawalReports.WithdrawalReport;
import java.util.List;

/** Publishes reports, in the transaction that records them. */
public interface WithdrawalAnnouncements {

    void announce(List<WithdrawalReport> reports, LockedFamilies families);
}
