package id.pkh.registry.dci.domain;

/** Why a header, a search or a subscription is rejected: the reason codes of the standard. */
public enum Rejection {
    MESSAGE_ID_DUPLICATE("rjct.message_id.duplicate"),
    MESSAGE_TS("rjct.message_ts.invalid"),
    ACTION("rjct.action.invalid"),
    TOTAL_COUNT("rjct.total_count.invalid"),
    TOTAL_COUNT_LIMIT("rjct.total_count.limit_exceeded"),
    REFERENCE_ID("rjct.reference_id.invalid"),
    REFERENCE_ID_DUPLICATE("rjct.reference_id.duplicate"),
    TIMESTAMP("rjct.timestamp.invalid"),
    SEARCH_CRITERIA("rjct.search_criteria.invalid"),
    SORT("rjct.sort.invalid"),
    PAGINATION("rjct.pagination.invalid"),
    NOTIFY_TYPES("rjct.notify_types.invalid"),
    NOTIFY_DETAILS("rjct.notify_details.invalid"),
    ALREADY_SUBSCRIBED("rjct.event.already_subscribed"),
    SUBSCRIPTION_CODE("rjct.subscription_code.invalid"),
    ALREADY_UNSUBSCRIBED("rjct.event.already_unsubscribed");

    private final String code;

    Rejection(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
