package id.pkh.disbursement.exceptions.domain;

/** Why people have to look. */
public enum ExceptionClass {
    /** A payable payment that goes into no file, with what is missing. */
    NOT_INSTRUCTED,
    /** A line that names nothing of ours. */
    UNMATCHED_LINE,
    AMOUNT_MISMATCH,
    /** The bank says a second time that it credited one instruction. */
    DUPLICATE_CREDIT,
    /** A credit of what was rejected or returned before. */
    CREDIT_NOT_INSTRUCTED,
    /** The bank takes back what it has said. */
    STATUS_CONTRADICTS,
    /** A status that we do not know, or one that pain.002 cannot finally tell. */
    STATUS_UNKNOWN,
    /** The file's totals are not those of what was sent or of its own lines. */
    CONTROL_TOTAL_MISMATCH,
    /** The file ends before its end. */
    PARTIAL_FILE,
    /** The bank has not answered in time. */
    MISSING_AFTER_SLA
}
