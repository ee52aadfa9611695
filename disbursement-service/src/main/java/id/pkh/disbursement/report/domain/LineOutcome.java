package id.pkh.disbursement.report.domain;

/** The outcome of a line of a bank's report. */
public enum LineOutcome {
    MATCHED,
    AMOUNT_DIFFERS,
    /** The bank has already reported this status, or a later one. */
    DUPLICATE,
    UNKNOWN_REFERENCE,
    /** The line contradicts an earlier report of the bank. */
    CONTRADICTS,
    STATUS_UNKNOWN,
    /** A booking of the bank that names no payment of the programme. */
    NOT_OURS,
    /** The file as a whole is not reliable. */
    WITHHELD
}
