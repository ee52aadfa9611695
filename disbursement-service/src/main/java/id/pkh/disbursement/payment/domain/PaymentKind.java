package id.pkh.disbursement.payment.domain;

/**
 * A payment belongs to the list of its cycle, or makes up for one that was held when it was sealed.
 */
public enum PaymentKind {
    REGULAR,
    COMPENSATING
}
