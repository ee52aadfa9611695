package id.pkh.disbursement.withdrawal.domain;

/** What people should look at. A finding is never acted on by the system. */
public enum FindingKind {
    /** The bank credited the money, and the family was reported not to have withdrawn it. */
    CREDITED_NOT_WITHDRAWN,
    /** The bank credited the money some time ago, and no one has reported about it. */
    CREDITED_NOT_REPORTED,
    /** Reported as withdrawn, and the bank does not state that it paid. */
    WITHDRAWN_NOT_CREDITED,
    /** The bank credited the money, and the family was told that nothing was transferred. */
    NO_TRANSFER_BUT_CREDITED,
    LESS_THAN_CREDITED,
    MORE_THAN_CREDITED,
    /** The family told another person another amount than was reported. */
    CALL_BACK_DIFFERS
}
