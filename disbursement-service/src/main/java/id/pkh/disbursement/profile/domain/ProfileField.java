package id.pkh.disbursement.profile.domain;

/** What a column of a bank's file contains. */
public enum ProfileField {
    INSTRUCTION_REF,
    END_TO_END_REF,
    ACCOUNT,
    /** The name of the payee, which is not read. */
    NAME,
    AMOUNT,
    CURRENCY,
    STATUS,
    DATE,
    REASON,
    BANK_REF
}
