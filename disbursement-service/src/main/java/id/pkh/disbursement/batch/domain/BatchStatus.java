package id.pkh.disbursement.batch.domain;

/** Life of a batch: made, checked by another person, sent by a third, or rejected before that. */
public enum BatchStatus {
    PREPARING,
    PREPARED,
    APPROVED,
    SENT,
    REJECTED
}
