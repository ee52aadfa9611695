package id.pkh.verification.signal.domain;

/** Whose failure a signal is. The order is the one that decides when a period has two of them. */
public enum Attribution {
    FAMILY,
    FACILITATOR,
    SERVICE_POINT,
    NOBODY
}
