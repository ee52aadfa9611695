package id.pkh.disbursement.withdrawal.domain;

/** Who went along when a family withdrew its money. */
public enum Companion {
    FACILITATOR,
    OTHER,
    NOBODY
}
