package id.pkh.registry.notification.domain;

import java.util.List;

/**
 * The texts that are sent. Each has its variables, which name no person: what a family did or did
 * not do, and its name, are in the letter that is handed over.
 */
public enum Template {
    REMINDER("period"),
    WARNING("period"),
    PROTECTED_STEP("period"),
    PROPOSED("period"),
    STEP_ISSUED("village", "period"),
    STEP_WITHDRAWN("period"),
    NOTICE_UNDELIVERED("village", "since"),
    APPEAL_OVERDUE("village", "day"),
    APPEAL_UPHELD(),
    APPEAL_REJECTED(),
    DECISION_IN_EFFECT("day"),
    DECISION_LIFTED("day"),
    FAMILY_REINSTATED("day"),
    FAMILY_DECISION("village", "day"),
    FAMILIES_MERGED("day"),
    FAMILY_MERGE_UNDONE("day"),
    MEETINGS_MISSED("month", "groups"),
    MEETINGS_MISSED_BY_FACILITATOR("month", "groups"),
    LAPSE_WITHDRAWN("month"),
    HAND_OVER("village", "day"),
    HAND_OVER_CANCELLED("village", "day"),
    VILLAGE_EMPTY("village", "day"),
    VILLAGE_COVERED("village", "day"),
    PAYMENT_REJECTED("cycle"),
    FAMILY_PAYMENT_REJECTED("village", "cycle"),
    PAYMENT_RETURNED("cycle"),
    FAMILY_PAYMENT_RETURNED("village", "cycle"),
    PAYMENT_TAKEN_OUT("cycle"),
    FAMILY_PAYMENT_TAKEN_OUT("village", "cycle"),
    ACCOUNT_CHANGED("day"),
    GROUP_CHANGED("group", "day"),
    GROUP_MEETS("group", "day", "hour"),
    GROUP_WITHDRAWS("group", "day", "hour"),
    GROUP_PLAN_MOVED("group", "before", "day", "hour"),
    GROUP_PLAN_CANCELLED("group", "day"),
    FAMILY_DATA_CHANGED("day"),
    UPDATE_RETURNED("village", "day"),
    UPDATE_OVERDUE("village", "day"),
    COMPLAINT_WAITS("day"),
    COMPLAINT_ESCALATED("day"),
    COMPLAINT_ANSWERED("day"),
    ADVOCACY_ANSWERED("village", "day"),
    NUMBER_CHANGED("day"),
    NUMBER_WITHDRAWN("day");

    private final List<String> variables;

    Template(String... variables) {
        this.variables = List.of(variables);
    }

    public List<String> variables() {
        return variables;
    }
}
