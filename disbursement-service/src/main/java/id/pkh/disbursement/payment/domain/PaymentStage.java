package id.pkh.disbursement.payment.domain;

/** How far a payment has come: planned while its cycle is open, sealed with the list. */
public enum PaymentStage {
    PLANNED,
    SEALED
}
