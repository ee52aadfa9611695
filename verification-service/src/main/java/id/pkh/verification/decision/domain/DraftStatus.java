package id.pkh.verification.decision.domain;

/** Where a draft of decisions is. */
public enum DraftStatus {
    OPEN,
    CONFIRMED,
    WITHDRAWN
}
