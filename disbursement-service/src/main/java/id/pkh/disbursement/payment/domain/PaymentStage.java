package id.pkh.disbursement.payment.domain;

/** The stage of a payment: planned while its cycle is open, sealed with the list. */
public enum PaymentStage {
    PLANNED,
    SEALED
}
