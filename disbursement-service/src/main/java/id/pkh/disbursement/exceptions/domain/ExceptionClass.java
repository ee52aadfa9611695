package id.pkh.disbursement.exceptions.domain;

/** The reason why people have to settle an exception. */
public enum ExceptionClass {
    /** A payable payment that cannot be put into a file; the reason names the missing data. */
    NOT_INSTRUCTED,
    /** A line that names no instruction of this service. */
    UNMATCHED_LINE,
    AMOUNT_MISMATCH,
    /** The bank reports a second credit of one instruction. */
    DUPLICATE_CREDIT,
    /** The bank reports a credit of a payment that it had rejected or returned. */
    CREDIT_NOT_INSTRUCTED,
    /** The bank books a credit of a payment whose return it had booked. */
    CREDIT_AFTER_RETURN,
    /** The bank books a return of a payment that it had not credited. */
    RETURN_WITHOUT_CREDIT,
    /** The bank books a payment on another account than that to which it was sent. */
    ACCOUNT_MISMATCH,
    /** The bank contradicts an earlier report. */
    STATUS_CONTRADICTS,
    /** The bank refuses without a reason that shows whether it has paid. */
    REFUSAL_UNCLEAR,
    /** A status that is unknown to this service, or that is not final in a pain.002. */
    STATUS_UNKNOWN,
    /** Totals or balances of a file differ from the sent batch or from its own lines. */
    CONTROL_TOTAL_MISMATCH,
    /** A file without the signature that it needs; nothing of it was read. */
    SIGNATURE_NOT_VALID,
    /** The file is cut off. */
    PARTIAL_FILE,
    /** Statements of a funding account are missing before one that came. */
    STATEMENT_MISSING,
    /** The bank has not responded in time. */
    MISSING_AFTER_SLA
}
