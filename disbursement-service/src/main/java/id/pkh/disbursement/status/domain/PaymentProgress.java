package id.pkh.disbursement.status.domain;

import id.pkh.disbursement.situation.domain.Situation;

/** What another system is told about a payment, in the field's words. See docs/rules/status.md. */
public enum PaymentProgress {
    NOT_ELIGIBLE,
    /** Withheld, and paid later if the reason ends. */
    HELD,
    FORFEITED,
    /** Withheld, and another payment makes up for it. */
    MADE_UP,
    IN_PREPARATION,
    SENT,
    /** The bank or the post refuses it. */
    REFUSED,
    RETURNED,
    /** In the account, or at the post. */
    CREDITED,
    COLLECTED,
    /** Credited, and after the days of the policy not reported as collected. */
    NOT_COLLECTED,
    /** The bank gives no answer, or the cycle has no line of the family. */
    NOT_KNOWN;

    public static PaymentProgress of(Situation situation) {
        return switch (situation) {
            case NOT_ELIGIBLE -> NOT_ELIGIBLE;
            case HELD, TAKEN_OUT -> HELD;
            case FORFEITED -> FORFEITED;
            case COMPENSATED -> MADE_UP;
            case PLANNED, AWAITS_FILE, LEFT_OUT, IN_FILE -> IN_PREPARATION;
            case SENT, ACCEPTED -> SENT;
            case UNKNOWN -> NOT_KNOWN;
            case REJECTED -> REFUSED;
            case RETURNED -> RETURNED;
            case CREDITED -> CREDITED;
            case UNCOLLECTED -> NOT_COLLECTED;
            case WITHDRAWN -> COLLECTED;
        };
    }
}
