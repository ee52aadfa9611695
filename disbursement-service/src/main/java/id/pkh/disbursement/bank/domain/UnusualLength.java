package id.pkh.disbursement.bank.domain;

/** What an account of another length than usual at its bank does to its payment. */
public enum UnusualLength {
    /** The payment is instructed, and its batch counts it for the approver. */
    WARNS,
    /** The payment is not instructed. */
    REFUSES
}
