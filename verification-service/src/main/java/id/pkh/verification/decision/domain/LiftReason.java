package id.pkh.verification.decision.domain;

/** Why a decision was lifted. */
public enum LiftReason {
    CORRECTED_FACT,
    APPEAL_UPHELD,
    OFFICER_ERROR,
    COMMITMENT_MET,
    /** Of lifts before there were reasons for an officer to choose from; not recorded any more. */
    OFFICER;

    /** Whether the family is treated as if the decision had not been made. */
    public boolean undoes() {
        return this == CORRECTED_FACT || this == APPEAL_UPHELD || this == OFFICER_ERROR;
    }
}
