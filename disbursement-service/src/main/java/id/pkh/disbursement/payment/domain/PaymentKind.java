package id.pkh.disbursement.payment.domain;

/**
 * A regular payment belongs to the list of its cycle. A compensating one makes up for a payment
 * that was withheld when the list was sealed.
 */
public enum PaymentKind {
    REGULAR,
    COMPENSATING
}
