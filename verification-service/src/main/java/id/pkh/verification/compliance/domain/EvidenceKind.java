package id.pkh.verification.compliance.domain;

/** The kind of form that is the evidence for a commitment. */
public enum EvidenceKind {
    SCHOOL,
    HEALTH
}
