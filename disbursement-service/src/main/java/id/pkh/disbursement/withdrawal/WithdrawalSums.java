package id.pkh.disbursement.withdrawal;

import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import java.util.List;

/** Figures of the payments of a cycle that were sent. */
public interface WithdrawalSums {

    /**
     * Payments of one area that have everything else in common.
     *
     * @param isCredited whether the bank credited them
     * @param outcome WITHDRAWN or NOT_WITHDRAWN; null when nothing is reported
     * @param reasonCode null unless NOT_WITHDRAWN
     * @param paymentIdr what was to be paid
     * @param withdrawnIdr what was reported as withdrawn
     */
    record WithdrawalSum(
            String areaCode,
            boolean isCredited,
            String outcome,
            String reasonCode,
            long payments,
            long paymentIdr,
            long withdrawnIdr) {}

    /** The areas that have payments, in the order of their codes; one more than the limit. */
    List<String> areas(Selection selection, int codeChars, String after, int limit);

    /** The sums of these areas, in the order of their codes. */
    List<WithdrawalSum> sums(Selection selection, int codeChars, List<String> areas);
}
