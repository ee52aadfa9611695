package id.pkh.disbursement.withdrawal.domain;

import java.time.LocalDate;

/**
 * Whether a payment is uncollected: the bank credited it, the policy's days have passed, and it is
 * not reported as withdrawn. That a family was asked and had not withdrawn does not change it.
 */
public final class UncollectedRule {

    /** The reason of a payment about which no one has reported. */
    public static final String NOT_REPORTED = "NOT_REPORTED";

    private UncollectedRule() {}

    public static boolean isUncollected(
            FindingFacts facts, WithdrawalTerms terms, LocalDate today) {
        return facts.bank() == BankAnswer.CREDITED
                && isListed(facts.statusOn(), terms, today)
                && (facts.report() == null
                        || facts.report().outcome() != WithdrawalOutcome.WITHDRAWN);
    }

    public static boolean isListed(LocalDate creditedOn, WithdrawalTerms terms, LocalDate today) {
        return !today.isBefore(terms.listedOn(creditedOn));
    }
}
