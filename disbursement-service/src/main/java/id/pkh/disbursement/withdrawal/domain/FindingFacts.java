package id.pkh.disbursement.withdrawal.domain;

import java.time.LocalDate;

/**
 * Everything that findings about one payment depend on.
 *
 * @param statusOn the day on which the system learnt what the bank states
 * @param report the latest revision; null when there is none, or when it was retracted
 * @param disputedIdr what the family told another person that it received, if that person recorded
 *     a difference and no one confirmed the report afterwards; null otherwise
 */
public record FindingFacts(
        BankAnswer bank,
        LocalDate statusOn,
        long paymentIdr,
        WithdrawalFacts report,
        Long disputedIdr) {}
