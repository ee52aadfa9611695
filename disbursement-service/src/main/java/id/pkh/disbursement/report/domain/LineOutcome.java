package id.pkh.disbursement.report.domain;

/** The outcome of a line of a bank's report. */
public enum LineOutcome {
    MATCHED,
    AMOUNT_DIFFERS,
    /** The bank reported it before, or has reported a later status since. */
    DUPLICATE,
    UNKNOWN_REFERENCE,
    /** It takes back what the bank has reported. */
    CONTRADICTS,
    STATUS_UNKNOWN,
    /** The file as a whole cannot be relied on. */
    WITHHELD
}
