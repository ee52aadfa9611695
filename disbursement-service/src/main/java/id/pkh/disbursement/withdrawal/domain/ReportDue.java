package id.pkh.disbursement.withdrawal.domain;

import java.time.LocalDate;

/**
 * By when the withdrawals of a village are to be reported. The table of docs/rules/withdrawals.md
 * has the same rows.
 */
public final class ReportDue {

    private ReportDue() {}

    /**
     * The days of the policy count from the withdrawal day, or from the credit if that is later.
     *
     * @param creditedOn when the first payment was credited of which nothing is reported
     * @param withdrawalDay the last one of the groups of the village; null when none was announced
     */
    public static LocalDate of(LocalDate creditedOn, LocalDate withdrawalDay, int days) {
        boolean waits = withdrawalDay != null && withdrawalDay.isAfter(creditedOn);
        return (waits ? withdrawalDay : creditedOn).plusDays(days);
    }
}
