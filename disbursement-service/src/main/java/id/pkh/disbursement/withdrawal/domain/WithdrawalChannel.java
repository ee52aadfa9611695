package id.pkh.disbursement.withdrawal.domain;

/** Where a family withdrew its money. */
public enum WithdrawalChannel {
    ATM,
    BRANCH,
    AGENT,
    POST_OFFICE,
    OTHER
}
