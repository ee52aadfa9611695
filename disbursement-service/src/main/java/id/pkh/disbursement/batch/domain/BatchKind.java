package id.pkh.disbursement.batch.domain;

/**
 * REGULAR: the first attempts at the sealed list. SUPPLEMENTARY: compensating payments and further
 * attempts.
 */
public enum BatchKind {
    REGULAR,
    SUPPLEMENTARY
}
