package id.pkh.meeting.duty;

/** Why a facilitator's duty is reviewed. The names are published with the result. */
public enum ReviewReason {
    MONTH_CLOSED,
    LATE_SHEET,
    REASON_CORRECTED
}
