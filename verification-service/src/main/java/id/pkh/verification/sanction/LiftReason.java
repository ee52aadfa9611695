package id.pkh.verification.sanction;

/** Why a suspension ended. */
public enum LiftReason {
    CORRECTED_FACT,
    APPEAL_UPHELD,
    OFFICER
}
