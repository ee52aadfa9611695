package id.pkh.verification.status.domain;

/**
 * What another system is told about a family's quarter. The first that applies counts; see
 * docs/rules/status.md.
 */
public enum ComplianceStatus {
    /** A suspension is in effect. */
    SUSPENDED,
    /** A warning or a proposal is active; a proposal decides nothing. */
    WARNED,
    REMINDED,
    NOT_MET,
    NOT_VERIFIED,
    MET,
    EXEMPT,
    NOT_DUE,
    /** The quarter was not assessed for the family. It is neither met nor failed. */
    NOT_KNOWN
}
