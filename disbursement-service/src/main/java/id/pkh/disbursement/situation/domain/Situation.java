package id.pkh.disbursement.situation.domain;

/** Where the money of a payment is. Every payment is in exactly one situation. */
public enum Situation {
    /** The family is not paid in the cycle. */
    NOT_ELIGIBLE,
    HELD,
    FORFEITED,
    /** Withheld when the list was sealed, and made up for by another payment since. */
    COMPENSATED,
    /** Payable, while the list of the cycle is not sealed. */
    PLANNED,
    /** Payable on a sealed list, and in no file to a bank. */
    AWAITS_FILE,
    /** The last preparation could not put it into a file. */
    LEFT_OUT,
    /** Taken out of a file before it was sent, and not yet settled. */
    TAKEN_OUT,
    /** In a file that was not sent. */
    IN_FILE,
    SENT,
    ACCEPTED,
    UNKNOWN,
    REJECTED,
    RETURNED,
    CREDITED,
    /** Credited, and after the days of the policy not reported as withdrawn. */
    UNCOLLECTED,
    WITHDRAWN
}
