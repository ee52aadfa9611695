package id.pkh.disbursement.planted.domain;

/** Planted: a name that says nothing. */
class PaymentManager {}
