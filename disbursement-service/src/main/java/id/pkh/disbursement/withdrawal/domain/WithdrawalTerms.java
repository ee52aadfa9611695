package id.pkh.disbursement.withdrawal.domain;

import java.time.LocalDate;

/**
 * The policy of a cycle: the one that is in force on its first day.
 *
 * @param daysUntilListed days after the credit until a payment that no one reported is listed
 * @param daysUntilExamined days after the credit until a payment without a withdrawal is examined
 * @param callBackPercent how many of the reported withdrawals are asked about
 */
public record WithdrawalTerms(
        String policyCode,
        LocalDate validFrom,
        int daysUntilListed,
        int daysUntilExamined,
        int callBackPercent) {

    public WithdrawalTerms {
        if (daysUntilListed < 1
                || daysUntilExamined <= daysUntilListed
                || callBackPercent < 0
                || callBackPercent > 100) {
            throw new IllegalArgumentException("terms that cannot be applied: " + policyCode);
        }
    }

    public LocalDate listedOn(LocalDate creditedOn) {
        return creditedOn.plusDays(daysUntilListed);
    }

    public LocalDate examinedOn(LocalDate creditedOn) {
        return creditedOn.plusDays(daysUntilExamined);
    }
}
