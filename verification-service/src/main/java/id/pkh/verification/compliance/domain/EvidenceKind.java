package id.pkh.verification.compliance.domain;

/** Which form shows a commitment. */
public enum EvidenceKind {
    SCHOOL,
    HEALTH
}
