package id.pkh.verification.sanction;

/**
 * Why the steps of a family were recomputed, and so why a step that no longer follows is withdrawn.
 */
public enum WithdrawalReason {
    CORRECTED_FACT,
    APPEAL_UPHELD,
    EXEMPTION;

    /** The reason of lifting a suspension that was decided on a withdrawn step. */
    LiftReason liftReason() {
        return this == APPEAL_UPHELD ? LiftReason.APPEAL_UPHELD : LiftReason.CORRECTED_FACT;
    }
}
