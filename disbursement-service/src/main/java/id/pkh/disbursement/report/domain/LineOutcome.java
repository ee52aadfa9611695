package id.pkh.disbursement.report.domain;

/** What became of a line of a bank's report. */
public enum LineOutcome {
    MATCHED,
    AMOUNT_DIFFERS,
    /** The bank said it before, or has said more since. */
    DUPLICATE,
    UNKNOWN_REFERENCE,
    /** It takes back what the bank has said. */
    CONTRADICTS,
    STATUS_UNKNOWN,
    /** The file as a whole cannot be relied on. */
    WITHHELD
}
