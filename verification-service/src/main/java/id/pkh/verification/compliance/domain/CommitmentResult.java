package id.pkh.verification.compliance.domain;

/** How a commitment went, the worst first. */
public enum CommitmentResult {
    NOT_MET,
    NOT_VERIFIED,
    MET,
    EXEMPT,
    NOT_DUE;

    CommitmentResult orWorse(CommitmentResult other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
