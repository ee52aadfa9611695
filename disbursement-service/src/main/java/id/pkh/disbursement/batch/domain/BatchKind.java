package id.pkh.disbursement.batch.domain;

/**
 * The first attempts at the sealed list; or what came later: compensation, and further attempts.
 */
public enum BatchKind {
    REGULAR,
    SUPPLEMENTARY
}
