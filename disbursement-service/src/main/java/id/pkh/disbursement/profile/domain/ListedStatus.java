package id.pkh.disbursement.profile.domain;

/**
 * What a word of a bank means: an event of the canonical feed, or a status of ISO 20022. What that
 * means for a payment is decided where answers of banks are judged.
 */
public enum ListedStatus {
    /** The money is on the family's account. */
    SALUR,
    /** The bank refused the payment. */
    GAGAL_SALUR,
    /** The money came back. */
    RETUR,
    ACTC,
    ACCP,
    ACFC,
    ACWC,
    ACWP,
    ACSP,
    ACSC,
    ACCC,
    RJCT,
    PDNG,
    RCVD,
    PEND;

    /** Whether it is a booking, which has a day and an amount. */
    public boolean isBooking() {
        return this == SALUR || this == RETUR;
    }
}
