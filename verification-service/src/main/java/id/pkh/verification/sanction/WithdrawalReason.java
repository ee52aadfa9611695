package id.pkh.verification.sanction;

/**
 * Why the steps of a family were recomputed, and so why a step that no longer follows is withdrawn.
 */
public enum WithdrawalReason {
    CORRECTED_FACT,
    APPEAL_UPHELD,
    EXEMPTION
}
