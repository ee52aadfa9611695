package id.pkh.platform.policies;

/** The state of a version. */
public enum PolicyStatus {
    /** Entered; another person approves or refuses it. */
    WAITING,
    /** It applies from its first day. */
    APPROVED,
    REFUSED,
    /** Taken back by the person who entered it. */
    WITHDRAWN,
    /** Approved, and taken back by two people before its first day. */
    REVOKED
}
