package id.pkh.verification.membership.domain;

/** Where a proposal of a person is. */
public enum ProposalStatus {
    OPEN,
    DECIDED,
    WITHDRAWN
}
