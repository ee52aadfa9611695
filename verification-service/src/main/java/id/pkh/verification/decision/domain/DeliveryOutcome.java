package id.pkh.verification.decision.domain;

/** How an attempt to bring a notice to a family ended. */
public enum DeliveryOutcome {
    DELIVERED,
    NOT_REACHED
}
