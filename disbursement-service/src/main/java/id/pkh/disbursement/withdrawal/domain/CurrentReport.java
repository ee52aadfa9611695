package id.pkh.disbursement.withdrawal.domain;

/** The latest revision of what is reported about a payment. */
public record CurrentReport(int revision, WithdrawalFacts facts) {}
