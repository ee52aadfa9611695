package id.pkh.disbursement.withdrawal;

import id.pkh.disbursement.withdrawal.domain.WithdrawalTerms;
import java.time.LocalDate;

/** The policies of withdrawals, as two people have approved them. */
public interface WithdrawalPolicies {

    /** The policy that is in force on the first day of a cycle. */
    WithdrawalTerms inForceOn(LocalDate cycleFrom);
}
