package id.pkh.disbursement.profile.domain;

/** The life of a profile. */
public enum ProfileStatus {
    ENTERED,
    CONFIRMED,
    REFUSED,
    WITHDRAWN
}
