package id.pkh.registry.webhook.domain;

/** Why this service has disabled a subscription. */
public enum DisabledReason {
    /** The receiver answered 410. */
    GONE,
    /** Every attempt of the plan has failed. */
    FAILING,
    /** The next events are past their retention. */
    POSITION_EXPIRED
}
