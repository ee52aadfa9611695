package id.pkh.disbursement.payment.domain;

/** What is to happen with a family's payment of a cycle. */
public enum PaymentStatus {
    PAYABLE,
    HELD,
    FORFEITED,
    NOT_ELIGIBLE
}
