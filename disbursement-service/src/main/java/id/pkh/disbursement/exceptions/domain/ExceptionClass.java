package id.pkh.disbursement.exceptions.domain;

import static id.pkh.disbursement.exceptions.domain.ExceptionOwner.BANK;
import static id.pkh.disbursement.exceptions.domain.ExceptionOwner.DATA_ADMINISTRATOR;
import static id.pkh.disbursement.exceptions.domain.ExceptionOwner.FACILITATOR;
import static id.pkh.disbursement.exceptions.domain.ExceptionOwner.MINISTRY_OFFICER;

/** The reason why people have to settle an exception, and who has to act. */
public enum ExceptionClass {
    /** A payable payment that cannot be put into a file; the reason names the missing data. */
    NOT_INSTRUCTED(DATA_ADMINISTRATOR),
    /** A line that names no instruction of this service. */
    UNMATCHED_LINE(MINISTRY_OFFICER),
    AMOUNT_MISMATCH(MINISTRY_OFFICER),
    /** The bank reports a second credit of one instruction. */
    DUPLICATE_CREDIT(MINISTRY_OFFICER),
    /** The bank reports a credit of a payment that it had rejected or returned. */
    CREDIT_NOT_INSTRUCTED(MINISTRY_OFFICER),
    /** The bank books a credit of a payment whose return it had booked. */
    CREDIT_AFTER_RETURN(MINISTRY_OFFICER),
    /** The bank books a return of a payment that it had not credited. */
    RETURN_WITHOUT_CREDIT(MINISTRY_OFFICER),
    /** The bank books a payment on another account than that to which it was sent. */
    ACCOUNT_MISMATCH(MINISTRY_OFFICER),
    /** The bank contradicts an earlier report. */
    STATUS_CONTRADICTS(MINISTRY_OFFICER),
    /** The bank refuses without a reason that shows whether it has paid. */
    REFUSAL_UNCLEAR(MINISTRY_OFFICER),
    /** A status that is unknown to this service, or that is not final in a pain.002. */
    STATUS_UNKNOWN(MINISTRY_OFFICER),
    /** Totals or balances of a file differ from the sent batch or from its own lines. */
    CONTROL_TOTAL_MISMATCH(BANK),
    /** A file without the signature that it needs; nothing of it was read. */
    SIGNATURE_NOT_VALID(BANK),
    /** The file is cut off. */
    PARTIAL_FILE(BANK),
    /** Statements of a funding account are missing before one that came. */
    STATEMENT_MISSING(BANK),
    /** The bank has not responded in time to payments of a file. */
    MISSING_AFTER_SLA(BANK),
    /**
     * What the bank refused, or what was taken out of a batch, is about the family's account or
     * name, which has to be corrected.
     */
    CORRECTION_PENDING(FACILITATOR);

    private final ExceptionOwner owner;

    ExceptionClass(ExceptionOwner owner) {
        this.owner = owner;
    }

    public ExceptionOwner owner() {
        return owner;
    }
}
