package id.pkh.disbursement.quarter.domain;

/** Where the quarter of a cycle is closed. */
public enum QuarterProgress {
    OPEN,
    SOME_AREAS,
    CLOSED
}
