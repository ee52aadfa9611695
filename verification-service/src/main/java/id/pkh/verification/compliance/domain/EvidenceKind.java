package id.pkh.verification.compliance.domain;

/** The kind of form that is the evidence for a commitment. */
public enum EvidenceKind {
    SCHOOL,
    HEALTH,
    /** Home care or a health check of people with a severe disability and of the elderly. */
    SOCIAL
}
