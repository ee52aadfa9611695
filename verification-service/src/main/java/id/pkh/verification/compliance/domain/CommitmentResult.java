package id.pkh.verification.compliance.domain;

/** The result of a commitment, the worst first. */
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
