package id.pkh.disbursement.batch.domain;

/**
 * Life of a batch: prepared by one person, approved by another, sent by a third, or rejected before
 * it is sent.
 */
public enum BatchStatus {
    PREPARING,
    PREPARED,
    APPROVED,
    SENT,
    REJECTED
}
