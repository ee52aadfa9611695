package id.pkh.disbursement.exceptions.domain;

/** Who has to act before an exception can be settled: a role in the family's area, or the bank. */
public enum ExceptionOwner {
    /** The bank sends what is missing or a right file. */
    BANK,
    /** An officer asks the bank. */
    MINISTRY_OFFICER,
    /** The data of a family are corrected in the registry. */
    DATA_ADMINISTRATOR,
    /** The family is asked and helped. */
    FACILITATOR
}
