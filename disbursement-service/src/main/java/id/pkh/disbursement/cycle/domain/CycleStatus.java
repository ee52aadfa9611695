package id.pkh.disbursement.cycle.domain;

/** Life of a cycle. */
public enum CycleStatus {
    OPEN,
    CALCULATING,
    CALCULATED,
    SEALED
}
