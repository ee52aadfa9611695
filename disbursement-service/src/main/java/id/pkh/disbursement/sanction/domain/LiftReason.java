package id.pkh.disbursement.sanction.domain;

/** Why a decision was lifted. */
public enum LiftReason {
    /** a fact on which the decision was based was corrected */
    CORRECTED_FACT,
    /** the family's appeal was upheld */
    APPEAL_UPHELD,
    /** an officer made a mistake */
    OFFICER_ERROR,
    /** the family meets its commitments again */
    COMMITMENT_MET,
    /** an officer ended the decision; only events of before state it */
    OFFICER;

    /** The decision should never have been made. Any other lift only ends it. */
    public boolean isUndoing() {
        return this == CORRECTED_FACT || this == APPEAL_UPHELD || this == OFFICER_ERROR;
    }
}
