package id.pkh.disbursement.withdrawal;

import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;

/**
 * A report as a person sends it.
 *
 * @param supersedes the revision that it corrects; null for none
 */
public record StatedReport(PaymentKey payment, WithdrawalFacts facts, Integer supersedes) {}
