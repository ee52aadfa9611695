package id.pkh.disbursement.payment.domain;

/** The status of a family's payment of a cycle. */
public enum PaymentStatus {
    PAYABLE,
    HELD,
    FORFEITED,
    NOT_ELIGIBLE
}
