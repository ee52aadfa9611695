package id.pkh.meeting.duty;

/** Why a facilitator's duty is reviewed. The names are published with what follows. */
public enum ReviewReason {
    MONTH_CLOSED,
    LATE_SHEET,
    REASON_CORRECTED
}
